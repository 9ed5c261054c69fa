import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../../shared/language.tsx';
import { useFormats } from '../../../shared/words/format.ts';
import { useStepDescription } from '../../../shared/words/step-name.ts';
import { lineTexts } from './line-texts.ts';

/** As far as the API lets a step go. */
export const farthest = 60;

export const signed = (day: number): string => (day > 0 ? `+${day}` : day < 0 ? `−${-day}` : '0');

export const within = (value: number, from: number, to: number): number =>
  Math.min(to, Math.max(from, value));

type OnLine = Readonly<{
  step: Step;
  name: string;
  place: Readonly<{ left: string; bottom: number }>;
  state: Readonly<{ isSelected: boolean; isFaulty: boolean }>;
  select: () => void;
  move: (offsetDays: number) => void;
  pull: Readonly<{ began: () => void; ended: () => void; dayAt: (x: number) => number }>;
}>;

/** A slider, as sliders are everywhere; beside the number in the form that says the same. */
export function StepOnLine({
  step,
  name,
  place,
  state: { isSelected, isFaulty },
  select,
  move,
  pull,
}: OnLine) {
  const texts = useTexts(lineTexts);
  const describe = useStepDescription();
  const { clock } = useFormats();
  const pulled = usePull({ ...pull, day: step.offsetDays, move });
  const state = [step.enabled ? null : texts.off, isFaulty ? texts.faulty : null];
  const marks = [
    'step-on-line',
    step.enabled ? 'on' : 'off',
    isSelected ? 'selected' : '',
    isFaulty ? 'faulty' : '',
  ];
  return (
    <button
      type="button"
      role="slider"
      className={marks.join(' ')}
      style={place}
      aria-orientation="horizontal"
      aria-label={texts.step(name)}
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
function usePull({
  began,
  ended,
  dayAt,
  day,
  move,
}: OnLine['pull'] & Readonly<{ day: number; move: (day: number) => void }>) {
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
