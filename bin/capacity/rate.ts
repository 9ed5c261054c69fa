import type { Asked } from './asked.ts';
import { type Day, monthAt } from './month.ts';
import { publishesIn } from './quotas.ts';

/** What the stage may send: parts by its setting, calls by SNS's quota in its region. */
export const allowedTexts = ({ stage, partsPerText }: Asked): number =>
  Math.min(stage.settings.smsPartsPerSecond / partsPerText, publishesIn(stage.region));

/**
 * The fewest texts a second with which all that a day owes leaves on that day; null where no rate
 * is enough, as with a step whose time is after the last window.
 */
export function neededTexts(asked: Asked): number | null {
  if (!fits(asked, highest)) return null;
  let [low, high] = [0, highest];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(asked, middle)) high = middle;
    else low = middle;
  }
  return high;
}

const highest = 100_000;

const fits = (asked: Asked, textsPerSecond: number): boolean =>
  monthAt(asked, textsPerSecond).every(({ carried, missed }) => carried + missed === 0);

/**
 * The fewest days of catch-up (0 to 7, as a plan allows) after which nobody is missed; else null.
 */
export function neededCatchUp(asked: Asked, textsPerSecond: number): number | null {
  const days = Array.from({ length: 8 }, (_, catchUpDays) => catchUpDays);
  return (
    days.find((catchUpDays) => {
      const plan = { ...asked.plan, catchUpDays };
      return missedIn(monthAt({ ...asked, plan }, textsPerSecond)) === 0;
    }) ?? null
  );
}

export const missedIn = (days: readonly Day[]): number =>
  days.reduce((sum, { missed }) => sum + missed, 0);
