import { sendersFor } from '#domain/sending/senders';
import type { Asked } from './asked.ts';
import { type ExportHours, exportHours } from './export-hours.ts';
import { keyLoads } from './hot-keys.ts';
import { isShort, type Limit, moneyLimits, rateLimits, tableLimits } from './limits.ts';
import { type Load, loadOf } from './load.ts';
import { type Line, messagesUsd, serviceLines } from './money.ts';
import { type Day, monthAt } from './month.ts';
import { allowedTexts, missedIn, neededCatchUp, neededTexts } from './rate.ts';

/** `allowed`: at the stage's own quotas. `asked`: at the rate at which everybody is reminded. */
export type Report = Readonly<{
  allowed: Readonly<{ textsPerSecond: number; days: readonly Day[]; missed: number }>;
  needed: Readonly<{
    textsPerSecond: number;
    senders: number;
    days: readonly Day[];
    load: Load;
  }>;
  limits: readonly Limit[];
  forbids: readonly Limit[];
  ways: readonly Way[];
  messagesUsd: number;
  lines: readonly Line[];
  hours: ExportHours;
}>;

export function reportOf(asked: Asked): Report {
  const allowed = allowedTexts(asked);
  const needed = neededTexts(asked) ?? allowed;
  const days = monthAt(asked, needed);
  const load = loadOf(asked, days, needed);
  const [rates, money] = [rateLimits(asked), moneyLimits(asked, load)];
  const now = monthAt(asked, allowed);
  const missed = missedIn(now);
  return {
    allowed: { textsPerSecond: allowed, days: now, missed },
    needed: {
      ...{ textsPerSecond: needed, days, load },
      senders: sendersFor(needed * asked.partsPerText),
    },
    limits: [...rates, ...money, ...tableLimits(asked, load, keyLoads(asked, load))],
    // A quota that is too low for the day may do with the days of catch-up.
    forbids: [...(missed > 0 ? rates : []), ...money].filter(isShort),
    ways: waysOut(asked, allowed),
    messagesUsd: messagesUsd(asked, load),
    lines: serviceLines(asked, load, days),
    hours: exportHours(asked, load),
  };
}

/** `missed`: texts of the month that are never sent that way; `needed`: texts a second it takes. */
export type Way = Readonly<{ what: string; missed: number; needed: number | null }>;

/** What else could be changed, each by itself, at the rate that is allowed today. */
function waysOut(asked: Asked, allowed: number): readonly Way[] {
  const { plan } = asked;
  const way = (what: string, changed: Partial<Asked>): Way => {
    const other = { ...asked, ...changed };
    const rate = changed.stage ? allowedTexts(other) : allowed;
    return { what, missed: missedIn(monthAt(other, rate)), needed: neededTexts(other) };
  };
  const enabled = plan.steps.filter((step) => step.enabled);
  const days = neededCatchUp(asked, allowed) ?? 7;
  return [
    way(`spread over days: catchUpDays ${days}`, { plan: { ...plan, catchUpDays: days } }),
    ...enabled
      .slice(0, 1)
      .map((step) => way(`one step alone: ${step.id}`, { plan: { ...plan, steps: [step] } })),
    way('each step from the morning on: at 08:00', {
      plan: { ...plan, steps: plan.steps.map((step) => ({ ...step, at: plan.quietHours.to })) },
    }),
  ];
}
