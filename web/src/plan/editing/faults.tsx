import { Alert } from '@cloudscape-design/components';
import type { Plan, Step } from '#domain/plan/plan';
import type { Issue } from '#domain/problem';
import { useTexts } from '../../shared/language.tsx';
import { useProblemText } from '../../shared/problems/problem-text.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { differencesTexts } from '../differences/differences-texts.ts';
import type { TextLanguage } from '../differences/facets.ts';
import { faultsTexts } from './faults-texts.ts';

/** The draft's faults in words, by place: `{'steps.2.at': '"21:00" termasuk …'}`. */
export type Faults = Readonly<Record<string, string>>;

/** In the console's words, with the names of the draft's own steps. */
export function useFaultsInWords(steps: readonly Step[]): (issues: readonly Issue[]) => Faults {
  const describe = useStepDescription();
  const said = useProblemText({
    step: (index) => {
      const step = steps[index];
      return step ? describe(step) : String(index + 1);
    },
  });
  return (issues) =>
    Object.fromEntries(
      [...Map.groupBy(issues, ({ path }) => path)].map(([path, each]) => [
        path,
        each.map((issue) => withValue(issue.value, said(issue))).join('; '),
      ]),
    );
}

/** The value as entered; none for a whole list or step. */
const withValue = (value: string | undefined, words: string): string =>
  value === undefined || /^[[{]/.test(value) ? words : `${value} ${words}`;

/** All faults of both pages, so that none is overlooked. */
export function FaultList({ faults, plan }: Readonly<{ faults: Faults; plan: Plan }>) {
  const texts = useTexts(faultsTexts);
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
  const { places } = useTexts(faultsTexts);
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

/** The fault at one place, for its field. */
export const faultAt = (faults: Faults, ...paths: readonly string[]): string | undefined =>
  paths.flatMap((path) => faults[path] ?? []).join('; ') || undefined;

/** Also of places below: `holidays.add` shows the fault of `holidays.add.1`. */
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
