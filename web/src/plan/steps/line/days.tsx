import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../../shared/language.tsx';
import { lineTexts } from './line-texts.ts';
import { farthest, signed } from './step-on-line.tsx';

export type Span = Readonly<{ from: number; to: number }>;

/** At least a week on either side, and room beyond the outermost step. */
export const spanOf = (steps: readonly Step[]): Span => ({
  from: Math.max(-farthest, Math.min(-7, ...steps.map(({ offsetDays }) => offsetDays - 3))),
  to: Math.min(farthest, Math.max(7, ...steps.map(({ offsetDays }) => offsetDays + 3))),
});

export const percentOf = (day: number, { from, to }: Span): number =>
  (100 * (day - from)) / (to - from);

/** `clear`: the share of the line on either side of the anchor that its name covers. */
type DaysProps = Readonly<{ anchor: Step['anchor']; span: Span; every: number; clear: number }>;

export function Days({ anchor, span, every, clear }: DaysProps) {
  const texts = useTexts(lineTexts);
  const all = Array.from({ length: span.to - span.from + 1 }, (_, index) => span.from + index);
  return (
    <div aria-hidden="true">
      <div className="step-line-axis" />
      {all.map((day) => (
        <div
          key={day}
          className={day === 0 ? 'step-line-day anchor' : 'step-line-day'}
          style={{ left: `${percentOf(day, span)}%` }}
        >
          {(day === 0 || (day % every === 0 && Math.abs(day) > clear * (span.to - span.from))) && (
            <span>{day === 0 ? texts[anchor].short : signed(day)}</span>
          )}
        </div>
      ))}
    </div>
  );
}
