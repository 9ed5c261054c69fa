import Alert from '@cloudscape-design/components/alert';
import type { Plan, Step } from '#domain/plan/plan';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { useStepDescription } from '../../shared/step-name.ts';
import { wordsTexts } from '../../shared/words.ts';
import { faultTexts } from '../fault-texts.ts';
import { faultInWords } from '../plan-fault-words.ts';
import type { Faults } from '../preview/preview-call.ts';
import type { TextLanguage } from '../versions/changes.ts';
import { differencesTexts } from '../versions/differences-texts.ts';
import { editingTexts } from './texts.ts';

/** As the console says them, with the draft's own steps. */
export function useFaultsInWords(steps: readonly Step[]): (faults: Faults) => Faults {
  const words = {
    steps,
    describe: useStepDescription(),
    translated: useTexts(faultTexts),
    formats: useFormats(),
  };
  return (faults) =>
    Object.fromEntries(
      Object.entries(faults).map(([path, sentence]) => [path, faultInWords(sentence, words)]),
    );
}

/** All that is wrong, wherever on the two pages its field is: none of it can be overlooked. */
export function FaultList({ faults, plan }: Readonly<{ faults: Faults; plan: Plan }>) {
  const texts = useTexts(editingTexts).faults;
  const placeOf = usePlaceName(plan);
  const all = Object.entries(faults);
  if (all.length === 0) return null;
  return (
    <Alert type="error" header={texts.title}>
      <ul className="faults">
        {all.map(([path, sentence]) => (
          <li key={path}>
            {placeOf(path)}: {sentence}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** `steps.2.texts.jv` is `7 hari setelah jatuh tempo · Teks · Bahasa Jawa`. */
function usePlaceName(plan: Plan): (path: string) => string {
  const { places } = useTexts(editingTexts).faults;
  const { fields } = useTexts(differencesTexts);
  const { workerLanguage } = useTexts(wordsTexts);
  const describe = useStepDescription();
  const words: Readonly<Record<string, string>> = {
    ...fields,
    ...places,
    ...workerLanguage,
  };
  return (path) => {
    const [first = '', at = '', ...rest] = path.split('.');
    const step = first === 'steps' ? plan.steps[Number(at)] : undefined;
    if (step) return [describe(step), ...rest.map((part) => words[part] ?? part)].join(' · ');
    return [first, at, ...rest]
      .filter(Boolean)
      .map((part) => words[part] ?? (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
      .join(' · ');
  };
}

/** What is wrong at one place, for the field that stands there; undefined where nothing is. */
export const faultAt = (faults: Faults, ...paths: readonly string[]): string | undefined =>
  paths.flatMap((path) => faults[path] ?? []).join('; ') || undefined;

/** Also of what lies below: `holidays.add` has the fault of `holidays.add.1`. */
export const faultBelow = (faults: Faults, path: string): string | undefined =>
  faultAt(
    faults,
    ...Object.keys(faults).filter((each) => each === path || each.startsWith(`${path}.`)),
  );

export const textFault = (
  faults: Faults,
  path: string,
  language: TextLanguage,
): string | undefined => faultAt(faults, `${path}.${language}`);
