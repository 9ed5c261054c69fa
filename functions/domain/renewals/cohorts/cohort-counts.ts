import * as z from 'zod';
import type { Month } from '#domain/calendar/dates';
import type { Sector } from '#domain/people/worker';
import type { CounterItem, CounterPlace } from '#domain/renewals/counting/counter';
import {
  type Arm,
  beganOn,
  isWhat,
  readCounterName,
  readLot,
  type What,
} from '#domain/renewals/counting/counter-name';
import { reminderStatuses } from '#domain/sending/reminder';

const arms = ['reminded', 'held-out', 'neither'] as const satisfies readonly Arm[];
const day = z.iso.date();
const whole = z.int().default(0);

/** Held out at the draw, in percent, as the counter's name has it; null for old rows. */
const share = z.string().nullable().default(null);

const cycles = {
  day,
  beganOn: day,
  arm: z.enum(arms),
  share,
  n: whole,
  amount: whole,
  full: whole,
  jht: whole,
};

const text = z.strictObject({
  day,
  arm: z.enum(arms),
  step: z.string().min(1),
  planVersion: z.coerce.number().int().positive(),
  status: z.enum(reminderStatuses).exclude(['claimed']),
  reason: z.string().nullable().default(null),
  n: whole,
  parts: whole,
  microUsd: whole,
});

type Outcome = Readonly<{ status: string; reason: string | null }>;
const onlySkippedHaveOne = ({ status, reason }: Outcome): boolean =>
  (status === 'skipped') === (reason !== null);

/** Parts of a name, and measures, in rupiah but for `n`, `parts` and `microUsd`. No zeroes. */
const shapes = {
  begun: z.strictObject({ ...cycles, origin: z.enum(['joined', 'returned', 'renewed']) }),
  paid: z.strictObject({ ...cycles, received: whole }),
  left: z.strictObject({ ...cycles, received: whole }),
  text: text.refine(onlySkippedHaveOne),
  'late-text': text.extend({ beganOn: day }).refine(onlySkippedHaveOne),
  'left-text': text.extend({ beganOn: day }).refine(onlySkippedHaveOne),
  collected: z.strictObject({ day, rupiah: whole }),
  kept: z.strictObject({
    ...{ day, beganOn: day, arm: z.enum(['reminded', 'held-out']), share },
    ...{ months3: whole, months6: whole, months12: whole },
    ...{ squares3: whole, squares6: whole, squares12: whole },
  }),
} satisfies Record<What, z.ZodType>;

/** `full` and `jht`, a month's price before discount and the JHT in it, exist by sector only. */
export type Beginning = z.infer<typeof shapes.begun>;
/** Cycles that ended on `day`. `received` was paid for the cohort's own month. */
export type Ending = z.infer<typeof shapes.paid>;
export type Texts = z.infer<typeof shapes.text>;

/** Paid months of a year from the cohort's on; `day` is the last of the month of payment. */
export type KeptMonths = z.infer<typeof shapes.kept>;

/** `text` of all texts about the month; `late-text` and `left-text` of some, once more. */
export type CohortCounts = { readonly [W in What]: readonly z.infer<(typeof shapes)[W]>[] };

/** Throws for names it cannot read: a report would silently lack them. */
export function readCohort(items: readonly CounterItem[]): CohortCounts {
  const read: { [W in What]: z.infer<(typeof shapes)[W]>[] } = {
    ...{ begun: [], paid: [], left: [], collected: [], kept: [] },
    ...{ text: [], 'late-text': [], 'left-text': [] },
  };
  const unreadable: string[] = [];
  for (const { what, facts, names } of items.flatMap(groupsOf)) {
    const parsed = isWhat(what) ? shapes[what].safeParse(facts) : null;
    if (isWhat(what) && parsed?.success) (read[what] as unknown[]).push(parsed.data);
    else unreadable.push(...names);
  }
  if (unreadable.length > 0) throw new Error(`Not counters of a cohort: ${unreadable.join(', ')}.`);
  return read;
}

export function readByValue(items: readonly CounterItem[]): ReadonlyMap<string, CohortCounts> {
  const byValue = Map.groupBy(items, ({ place }) => cohortPlace(place).value);
  return new Map([...byValue].map(([value, of]) => [value, readCohort(of)]));
}

export type CountedMonth = Readonly<{
  month: Month;
  total: CohortCounts;
  bySector: Readonly<Record<Sector, CohortCounts>>;
}>;

export function countedMonth(month: Month, bySector: readonly CounterItem[]): CountedMonth {
  const nobody = readCohort([]);
  const { transport = nobody, other = nobody } = Object.fromEntries(readByValue(bySector));
  return { month, total: together(transport, other), bySector: { transport, other } };
}

const together = (one: CohortCounts, two: CohortCounts): CohortCounts => ({
  begun: [...one.begun, ...two.begun],
  paid: [...one.paid, ...two.paid],
  left: [...one.left, ...two.left],
  text: [...one.text, ...two.text],
  'late-text': [...one['late-text'], ...two['late-text']],
  'left-text': [...one['left-text'], ...two['left-text']],
  collected: [...one.collected, ...two.collected],
  kept: [...one.kept, ...two.kept],
});

/** Counters whose names differ in the measure alone. */
function groupsOf({ place, counts }: CounterItem) {
  const { month, day, group } = cohortPlace(place);
  const counters = Object.entries(counts).map(([name, by]) => ({
    ...readCounterName(group, name),
    name: `${group} ${name}`,
    by,
  }));
  return [...Map.groupBy(counters, ({ alike }) => alike).values()].map((alike) => {
    const [{ what = '', said: { late, arm, ...said } = {} } = {}] = alike;
    const measures = Object.fromEntries(alike.map(({ measure, by }) => [measure, by]));
    const began = late === undefined ? {} : { beganOn: beganOn(month, late) };
    return {
      what,
      facts: { ...measures, ...said, ...(arm === undefined ? {} : readLot(arm)), ...began, day },
      names: alike.map(({ name }) => name),
    };
  });
}

function cohortPlace(place: CounterPlace): Extract<CounterPlace, { of: 'cohort' }> {
  if (place.of === 'cohort') return place;
  throw new Error('The counters are of members, not of a cohort.');
}
