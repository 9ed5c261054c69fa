import { Alert } from '@cloudscape-design/components';
import { abbreviationOf } from '#domain/calendar/zones';
import type { WithheldView } from '#domain/plan/behind/withheld-steps';
import type { Plan } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { withheldTexts } from './texts.ts';

type Shown = Readonly<{ withheld: WithheldView; plan: Plan }>;

/** The workers whom a draft, or the plan just saved, keeps from being texted. */
export function WithheldAlert({ withheld, plan }: Shown) {
  const texts = useTexts(withheldTexts);
  const title = useWithheldTitle();
  return (
    <Alert type="warning" header={title(withheld)}>
      <WithheldLines {...{ withheld, plan }} />
      {texts.forOneText}
    </Alert>
  );
}

export function useWithheldTitle(): (withheld: WithheldView) => string {
  const texts = useTexts(withheldTexts);
  const { number } = useFormats();
  return ({ workers }) => texts.title(number(workers));
}

/** What waits up to tomorrow, and from when on it is lost. */
export function WithheldLines({ withheld: { steps }, plan }: Shown) {
  const texts = useTexts(withheldTexts);
  const { number, month, weekday, moment } = useFormats();
  const describe = useStepDescription();
  return (
    <>
      {texts.means}
      {steps.length === 0 && <div>{texts.none}</div>}
      <ul className="faults">
        {steps.map((of) => {
          const step = plan.steps.find(({ id }) => id === of.step);
          const said = step ? describe(step) : of.step;
          const [count, zone] = [number(of.workers), abbreviationOf(of.zone)];
          return (
            <li key={[of.step, of.month, of.zone].join(' ')}>
              {texts.line(said, month(of.month), weekday(of.date), count, zone)}.{' '}
              {texts.until(moment(of.until, of.zone))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
