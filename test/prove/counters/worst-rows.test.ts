import { expect, it } from 'vitest';
import { addDays } from '#domain/calendar/dates';
import { provinces } from '#domain/calendar/provinces';
import type { Cycle } from '#domain/people/cycles/cycle';
import { languages, sectors } from '#domain/people/worker';
import type { CounterItem } from '#domain/renewals/counting/counter';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { type CountedRow, countsOf } from '#domain/renewals/counting/counts';
import { type Reminder, reminderStatuses, skipReasons } from '#domain/sending/reminder';
import { aText, leftCycle, openCycle, paidCycle } from '../../unit/domain/renewals/counted.ts';
import { rowSize } from './row-size.ts';

const days = (from: string, n: number) => Array.from({ length: n }, (_, at) => addDays(from, at));

/** Every way a cycle of November can have begun: on any day around it, in any arm, in any way. */
const beginnings = days('2026-10-31', 33).flatMap((since) =>
  (['joined', 'returned', 'renewed'] as const).flatMap((origin) =>
    [[true, false] as const, [true, true] as const, [false, false] as const].map(
      ([textable, heldOut]) => ({ since, origin, textable, heldOut }) satisfies Partial<Cycle>,
    ),
  ),
);

/** What became of a text: each status, and each reason for none. */
const outcomes: readonly Pick<Reminder, 'status' | 'reason'>[] = [
  ...reminderStatuses.map((status) => ({ status, reason: null })),
  ...skipReasons.map((reason) => ({ status: 'skipped', reason }) as const),
];

const longest = (names: readonly string[]): string =>
  names.reduce((long, name) => (name.length > long.length ? name : long));
const step = 'a'.repeat(31);

/** All that can be counted on 2 December of November, in the province with the longest name. */
function worstDay(): readonly CountedRow[] {
  const on = '2026-12-02';
  const at = `${on}T02:00:00.000Z`;
  const who = { province: longest(provinces), jht: true, income: 20_000_000 } as const;
  const people = sectors.flatMap((sector) =>
    languages.map((language) => ({ ...who, sector, language })),
  );
  return people.flatMap((person) => [
    ...beginnings.flatMap((begun) => [
      openCycle({ ...person, ...begun, since: on }),
      paidCycle(on, { ...person, ...begun }, ['2026-11', '2026-12', '2027-01']),
      ...['R', 'h', 'R31', 'h31'].map((past) =>
        paidCycle(on, { ...person, ...begun, past, month: '2026-12' }, ['2026-12', '2027-01']),
      ),
      leftCycle(on, { ...person, ...begun }),
    ]),
    ...outcomes.flatMap((outcome) =>
      (['reminded', 'held-out'] as const).flatMap((arm) =>
        ['2026-11-01', ...days('2026-11-16', 16)].map((cycleSince) =>
          aText({ ...person, ...outcome, step, arm, cycleSince, leftOn: on, at, claimedAt: at }),
        ),
      ),
    ),
  ]);
}

/** As if each of them were 42 million workers. */
const inMillions = ({ place, counts }: CounterItem): CounterItem => ({
  place,
  counts: Object.fromEntries(Object.entries(counts).map(([name, by]) => [name, by * 42_000_000])),
});

it('no row of counters passes 2 KB, whatever happens on a day', () => {
  const items = counterSums(worstDay().flatMap(countsOf)).items().map(inMillions);
  const sizes = items.map((item) => ({ item, bytes: rowSize(item) }));
  const [largest] = sizes.sort((one, other) => other.bytes - one.bytes);
  expect(items.length).toBeGreaterThan(400);
  expect(largest?.bytes).toBeLessThan(2_048);
});
