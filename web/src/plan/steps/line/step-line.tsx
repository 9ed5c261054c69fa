import { useRef, useState } from 'react';
import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../../shared/language.tsx';
import { useIsNarrow } from '../../../shared/narrow.ts';
import { Days, percentOf, type Span, spanOf } from './days.tsx';
import { lineTexts } from './line-texts.ts';
import { StepOnLine, within } from './step-on-line.tsx';

type LineProps = Readonly<{
  anchor: Step['anchor'];
  steps: readonly Step[];
  selected: string | null;
  /** Ids of steps with faults. */
  faulty: ReadonlySet<string>;
  /** A step's name, also while it is moved. */
  nameOf: (step: Step) => string;
  select: (id: string) => void;
  move: (id: string, offsetDays: number) => void;
}>;

/** The days around one anchor with its steps, moved with the arrow keys or by dragging. */
export function StepLine({ anchor, steps, selected, faulty, nameOf, select, move }: LineProps) {
  const texts = useTexts(lineTexts);
  const days = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Span | null>(null);
  const isNarrow = useIsNarrow();
  const span = held ?? spanOf(steps);
  const lanes = lanesOf(steps, Math.ceil((span.to - span.from) / (isNarrow ? 7 : 20)));
  const dayAt = (x: number): number => {
    const { left = 0, width = 1 } = days.current?.getBoundingClientRect() ?? {};
    return within(
      Math.round(span.from + ((x - left) / width) * (span.to - span.from)),
      span.from,
      span.to,
    );
  };
  return (
    <section className="step-line" aria-label={texts[anchor].title}>
      <div
        className="step-line-days"
        ref={days}
        style={{ height: 44 + 34 * Math.max(1, ...lanes.values()) }}
      >
        <Days anchor={anchor} span={span} every={isNarrow ? 7 : 5} clear={isNarrow ? 0.28 : 0.1} />
        {steps.map((step) => (
          <StepOnLine
            key={step.id}
            step={step}
            name={nameOf(step)}
            place={{
              left: `${percentOf(step.offsetDays, span)}%`,
              bottom: 8 + 34 * (lanes.get(step.id) ?? 1),
            }}
            state={{ isSelected: step.id === selected, isFaulty: faulty.has(step.id) }}
            select={() => select(step.id)}
            move={(offsetDays) => move(step.id, offsetDays)}
            pull={{ began: () => setHeld(span), ended: () => setHeld(null), dayAt }}
          />
        ))}
      </div>
    </section>
  );
}

/** Rows from 1 so that no step covers another: in a row they are at least `apart` days apart. */
function lanesOf(steps: readonly Step[], apart: number): ReadonlyMap<string, number> {
  const last: number[] = [];
  const sorted = [...steps].sort((a, b) => a.offsetDays - b.offsetDays || (a.at < b.at ? -1 : 1));
  return new Map(
    sorted.map(({ id, offsetDays }) => {
      const free = last.findIndex((day) => offsetDays - day >= apart);
      const lane = free < 0 ? last.length : free;
      last[lane] = offsetDays;
      return [id, lane + 1];
    }),
  );
}
