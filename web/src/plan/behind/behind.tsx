import { Alert } from '@cloudscape-design/components';
import { abbreviationOf } from '#domain/calendar/zones';
import type { BehindView } from '#domain/plan/behind/behind-view';
import type { Plan } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { usePreview } from '../preview/preview-call.ts';
import { behindTexts } from './texts.ts';

type Shown = Readonly<{ behind: readonly BehindView[]; plan: Plan }>;

/** Before a draft is saved: whose step it puts into the past. */
export function BehindAlert({ behind, plan }: Shown) {
  const texts = useTexts(behindTexts);
  const title = useBehindTitle();
  if (behind.length === 0) return null;
  return (
    <Alert type="warning" header={title(behind)}>
      {texts.ifSaved}
      <BehindLines {...{ behind, plan }} />
    </Alert>
  );
}

/** In a dialog that is about to restore, approve or resume: the same, asked for this plan. */
export function BehindIf({ plan }: Readonly<{ plan: Plan }>) {
  const { preview } = usePreview(plan, { days: 1, workerId: null });
  return <BehindAlert behind={preview?.behind ?? []} plan={plan} />;
}

/** A resume is not taken back by restoring a version. */
export function BehindSaved({
  behind,
  plan,
  isUndoable,
}: Shown & Readonly<{ isUndoable: boolean }>) {
  const texts = useTexts(behindTexts);
  return (
    <>
      {texts.saved(plan.version)}
      <BehindLines {...{ behind, plan }} />
      {isUndoable && texts.undo}
    </>
  );
}

export function useBehindTitle(): (behind: readonly BehindView[]) => string {
  const texts = useTexts(behindTexts);
  const { number } = useFormats();
  return (behind) => texts.title(number(behind.reduce((sum, { workers }) => sum + workers, 0)));
}

/** One line a step and day, with each zone's number. */
function BehindLines({ behind, plan }: Shown) {
  const texts = useTexts(behindTexts);
  const { number, month, weekday } = useFormats();
  const describe = useStepDescription();
  const lines = Map.groupBy(behind, (each) =>
    [each.step, each.month, each.date, each.textedOn].join(' '),
  );
  return (
    <ul className="faults">
      {[...lines].map(([key, of]) => {
        const [first] = of;
        if (!first) return null;
        const step = plan.steps.find(({ id }) => id === first.step);
        const zones = of.map((each) =>
          texts.inZone(number(each.workers), abbreviationOf(each.zone)),
        );
        return (
          <li key={key}>
            {texts.step(
              step ? describe(step) : first.step,
              month(first.month),
              weekday(first.date),
            )}
            : {zones.join(', ')}.{' '}
            {first.textedOn ? texts.texted(weekday(first.textedOn)) : texts.missed}
          </li>
        );
      })}
    </ul>
  );
}
