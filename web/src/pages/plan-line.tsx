import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Step } from '#domain/plan';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { useStepDescription } from '../shared/step-name.ts';
import { planTexts } from '../texts/plan.ts';

type LineProps = Readonly<{
  anchor: Step['anchor'];
  steps: readonly Step[];
  selected: string | null;
  /** Ids of those with something wrong. */
  faulty: ReadonlySet<string>;
  select: (id: string) => void;
  move: (id: string, offsetDays: number) => void;
}>;

/** The days around one anchor, drawn, with its steps on them. A step is moved with the arrow keys or by pulling it along. */
export function StepLine({ anchor, steps, selected, faulty, select, move }: LineProps) {
  const texts = useTexts(planTexts).line;
  const days = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Span | null>(null);
  const isNarrow = useIsNarrow();
  const span = held ?? spanOf(steps);
  const lanes = lanesOf(steps, Math.ceil((span.to - span.from) / (isNarrow ? 7 : 20)));
  const dayAt = (x: number): number => {
    const { left = 0, width = 1 } = days.current?.getBoundingClientRect() ?? {};
    return within(Math.round(span.from + ((x - left) / width) * (span.to - span.from)), span.from, span.to);
  };
  return (
    <section className="step-line" aria-label={texts[anchor].title}>
      <div className="step-line-days" ref={days} style={{ height: 44 + 34 * Math.max(1, ...lanes.values()) }}>
        <Days anchor={anchor} span={span} every={isNarrow ? 7 : 5} />
        {steps.map((step) => (
          <StepOnLine
            key={step.id}
            step={step}
            place={{ left: `${percentOf(step.offsetDays, span)}%`, bottom: 8 + 34 * (lanes.get(step.id) ?? 1) }}
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

type Span = Readonly<{ from: number; to: number }>;

/** A week on either side at least, and room beyond the outermost step. */
const spanOf = (steps: readonly Step[]): Span => ({
  from: Math.max(-farthest, Math.min(-7, ...steps.map(({ offsetDays }) => offsetDays - 3))),
  to: Math.min(farthest, Math.max(7, ...steps.map(({ offsetDays }) => offsetDays + 3))),
});

/** As far as the API lets a step go. */
const farthest = 60;

const percentOf = (day: number, { from, to }: Span): number => (100 * (day - from)) / (to - from);
const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

/** Which row each stands in, counted from 1, so that none covers another. `apart`: the days between two of one row at least. */
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

function Days({ anchor, span, every }: Readonly<{ anchor: Step['anchor']; span: Span; every: number }>) {
  const texts = useTexts(planTexts).line;
  const all = Array.from({ length: span.to - span.from + 1 }, (_, index) => span.from + index);
  return (
    <div aria-hidden="true">
      <div className="step-line-axis" />
      {all.map((day) => (
        <div key={day} className={day === 0 ? 'step-line-day anchor' : 'step-line-day'} style={{ left: `${percentOf(day, span)}%` }}>
          {(day === 0 || (day % every === 0 && Math.abs(day) > 1)) && <span>{day === 0 ? texts[anchor].short : signed(day)}</span>}
        </div>
      ))}
    </div>
  );
}

const signed = (day: number): string => (day > 0 ? `+${day}` : day < 0 ? `−${-day}` : '0');

type OnLine = Readonly<{
  step: Step;
  place: Readonly<{ left: string; bottom: number }>;
  state: Readonly<{ isSelected: boolean; isFaulty: boolean }>;
  select: () => void;
  move: (offsetDays: number) => void;
  pull: Readonly<{ began: () => void; ended: () => void; dayAt: (x: number) => number }>;
}>;

function StepOnLine({ step, place, state: { isSelected, isFaulty }, select, move, pull }: OnLine) {
  const texts = useTexts(planTexts).line;
  const describe = useStepDescription();
  const { clock } = useFormats();
  const pulled = usePull({ ...pull, day: step.offsetDays, move });
  const state = [step.enabled ? null : texts.off, isFaulty ? texts.faulty : null];
  const marks = ['step-on-line', step.enabled ? 'on' : 'off', isSelected ? 'selected' : '', isFaulty ? 'faulty' : ''];
  return (
    <button
      type="button"
      role="slider"
      className={marks.join(' ')}
      style={place}
      aria-orientation="horizontal"
      aria-label={texts.step(step.id)}
      aria-valuemin={-farthest}
      aria-valuemax={farthest}
      aria-valuenow={step.offsetDays}
      aria-valuetext={[describe(step), clock(step.at), ...state].filter(Boolean).join(', ')}
      title={`${describe(step)}, ${clock(step.at)}`}
      onClick={select}
      onFocus={select}
      onKeyDown={(event) => {
        const day = dayByKey(event, step.offsetDays);
        if (day === null) return;
        event.preventDefault();
        move(within(day, -farthest, farthest));
      }}
      {...pulled}
    >
      {signed(step.offsetDays)}
    </button>
  );
}

/** As sliders are moved everywhere: a day, a week, or to either end. */
function dayByKey({ key }: KeyboardEvent, day: number): number | null {
  const days: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: day - 1, ArrowDown: day - 1, ArrowRight: day + 1, ArrowUp: day + 1 },
    ...{ PageDown: day - 7, PageUp: day + 7, Home: -farthest, End: farthest },
  };
  return days[key] ?? null;
}

/** Within the days that are shown: these stay as they are while it is pulled. */
function usePull({ began, ended, dayAt, day, move }: OnLine['pull'] & Readonly<{ day: number; move: (day: number) => void }>) {
  const isHeld = useRef(false);
  const released = () => {
    if (isHeld.current) ended();
    isHeld.current = false;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      isHeld.current = true;
      began();
    },
    onPointerMove: ({ clientX }: PointerEvent) => {
      if (isHeld.current && dayAt(clientX) !== day) move(dayAt(clientX));
    },
    onPointerUp: released,
    onPointerCancel: released,
  };
}
