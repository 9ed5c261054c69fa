import type { Plan } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { Note } from '../../shared/page/note.tsx';
import { Became } from './became.tsx';
import type { PlanChange } from './changes.ts';
import { differencesTexts } from './differences-texts.ts';
import { usePlanWords } from './plan-words.ts';
import './differences.css';

type Difference = Readonly<{ before: Plan; changes: readonly PlanChange[] }>;

/** What differs between two plans, before and after, with changed words marked in texts. */
export function Differences({ before, changes }: Difference) {
  const texts = useTexts(differencesTexts).differences;
  const { nameOf, saidOf } = usePlanWords(before);
  if (changes.length === 0) return <Note>{texts.none}</Note>;
  return (
    <dl className="differences">
      {changes.map((change) => (
        <div key={change.key}>
          <dt>{nameOf(change)}</dt>
          <dd>
            <Became
              field={change.field}
              before={saidOf(change, change.before)}
              after={saidOf(change, change.after)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
