import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  instantAt,
  localDate,
  type Month,
  monthRange,
} from '#domain/calendar/dates';
import { firstMonthToPay } from '#domain/people/amount-owed';
import { contribution } from '#domain/people/tariff';
import { monthOwed, type Worker } from '#domain/people/worker';
import { reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker } from '#flows/people/change-worker';
import { importWorkers } from '#flows/people/import-workers';
import { renewals } from '#flows/renewals/show-renewals';
import { tally } from '#flows/renewals/tally';
import { aPerson, csvOf } from '#local/made-up';
import { watch } from '#local/memory/watch';
import { rules } from '../../../builders.ts';
import { aStage, planWith } from '../given.ts';
import { settings } from '../settings.ts';

type Life = ReturnType<typeof aLife>;
type Act = (life: Life) => Promise<unknown>;

/** A driver, alone on a stage on which nobody is held out; acts happen at 10:00 in Jakarta. */
function aLife() {
  const { memory } = aStage({
    workers: [],
    plan: planWith({ holdoutPercent: 0 }),
    now: '2026-10-05T01:00:00.000Z',
  });
  const person = aPerson(1, { sector: 'transport' });
  const other = aPerson(2, { sector: 'transport' });
  const idOf = ({ nik }: typeof person): string => memory.identity.workerIdOf(nik);
  return { memory, changes: watch(memory.state), person, other, id: idOf(person) };
}

const stored = ({ memory, id }: Life): Worker => memory.state.workers.get(id) as Worker;
const today = ({ memory }: Life): CalendarDate => localDate('Asia/Jakarta', memory.state.now);

const comes =
  (coveredThrough: Month): Act =>
  ({ memory, person, other }) =>
    importWorkers(
      {
        text: csvOf([{ ...person, coveredThrough }, other]),
        ...{ firstLine: undefined, dryRun: false, by: 'admin' },
      },
      memory,
      settings,
    );

const pays =
  (months: number, reference = 'once'): Act =>
  (life) => {
    const worker = stored(life);
    const first = firstMonthToPay(worker, today(life), rules);
    const amount = monthRange(first, addMonths(first, months - 1)).reduce(
      (sum, month) => sum + contribution(worker, month),
      0,
    );
    const notice = { channel: 'bank', amount, paidAt: life.memory.state.now, months };
    return recordPayment(
      { ...notice, reference: `${reference} ${reference === 'once' ? life.memory.state.now : ''}` },
      life.id,
      life.memory,
      settings,
    );
  };

const isReversed =
  (reference: string): Act =>
  ({ memory }) =>
    reversePayment(
      { channel: 'bank', reference: `${reference} ` },
      { by: 'finance', reason: 'another person' },
      memory,
      settings,
    );

const becomes =
  (correction: Parameters<typeof correctWorker>[1]): Act =>
  ({ memory, id }) =>
    correctWorker(id, correction, { by: 'admin', requestId: memory.state.now }, memory, settings);

const leaves: Act = (life) => becomes({ ended: { on: today(life), reason: 'employed' } })(life);
const isErased: Act = ({ memory, id }) => eraseWorker(id, memory);

type Step = readonly [on: CalendarDate, act: Act];

/** What November 2026 says of these lives, a year and a half later: of the first worker alone. */
async function keptAfter(steps: readonly Step[], month: Month = '2026-11') {
  const life = aLife();
  for (const [on, act] of steps) {
    life.memory.state.now = instantAt('Asia/Jakarta', on, '10:00');
    await act(life);
  }
  await tally({ shard: 'shard', changes: life.changes }, life.memory);
  const span = { from: month, to: month, by: null, asOf: '2029-01-01' };
  const [cohort] = (await renewals(span, life.memory, settings)).items;
  const kept = cohort?.monthsKept;
  return [3, 6, 12].map((of) => kept?.[of as 3].reminded.months);
}

const monthly = (from: Month, to: Month): readonly Step[] =>
  monthRange(from, to).map((month): Step => [`${month}-10`, pays(1)]);
const begins: Step = ['2026-10-05', comes('2026-10')];

describe('of the 3, 6 and 12 months from November 2026 on a worker is counted with', () => {
  test.each<[what: string, steps: readonly Step[], kept: readonly number[]]>([
    ['none, who never pays', [], [0, 0, 0]],
    ['those paid one by one', monthly('2026-11', '2027-02'), [3, 4, 4]],
    ['none but these, paid for 14 months', monthly('2026-11', '2027-12'), [3, 6, 12]],
    ['all, paid a year ahead', [['2026-11-10', pays(12)]], [3, 6, 12]],
    [
      'not more than there are, paid once and then for a year',
      [...monthly('2026-11', '2026-11'), ['2026-12-10', pays(12)]],
      [3, 6, 12],
    ],
    ['three of arrears, settled at once', [['2027-01-20', pays(3)]], [3, 3, 3]],
    [
      'those after a lapse: February and March',
      [
        ['2027-02-10', pays(1)],
        ['2027-03-10', pays(1)],
      ],
      [0, 2, 2],
    ],
    ['what a roster says', [['2026-11-10', comes('2027-01')]], [3, 3, 3]],
    [
      'one, who then finds an employer',
      [...monthly('2026-11', '2026-11'), ['2026-12-05', leaves]],
      [1, 1, 1],
    ],
    [
      'what is paid after coming back as well',
      [
        ...monthly('2026-11', '2026-11'),
        ['2026-12-05', leaves],
        ['2027-02-03', becomes({ ended: null })],
        ['2027-02-04', pays(3)],
      ],
      [3, 4, 4],
    ],
    [
      'nothing that came while a budget paid',
      [
        ...monthly('2026-11', '2026-11'),
        ['2026-12-03', becomes({ governmentPaid: true })],
        ['2026-12-10', pays(1)],
      ],
      [1, 1, 1],
    ],
    [
      'what is paid once no budget pays any more',
      [
        ...monthly('2026-11', '2026-11'),
        ['2026-12-03', becomes({ governmentPaid: true })],
        ['2026-12-10', pays(1)],
        ['2027-01-04', becomes({ governmentPaid: false })],
        ['2027-01-10', pays(2)],
      ],
      [2, 3, 3],
    ],
    ['one, who is erased', [...monthly('2026-11', '2026-11'), ['2026-12-05', isErased]], [1, 1, 1]],
    [
      'no month whose payment is reversed',
      [
        ...monthly('2026-11', '2026-12'),
        ['2027-01-10', pays(1, 'R')],
        ['2027-01-11', isReversed('R')],
      ],
      [2, 2, 2],
    ],
    [
      'one less, where the first of three payments is reversed',
      [
        ['2026-11-10', pays(1, 'R')],
        ...monthly('2026-12', '2027-01'),
        ['2027-01-11', isReversed('R')],
      ],
      [2, 2, 2],
    ],
    [
      'none, where a year ahead is reversed',
      [
        ['2026-11-10', pays(12, 'R')],
        ['2027-06-01', isReversed('R')],
      ],
      [0, 0, 0],
    ],
    [
      'none, where a restart is reversed',
      [
        ['2027-02-10', pays(1, 'R')],
        ['2027-02-11', isReversed('R')],
      ],
      [0, 0, 0],
    ],
  ])('%s', async (_, steps, kept) => {
    expect(await keptAfter([begins, ...steps])).toEqual(kept);
  });

  test('nothing that they pay in a cycle that began after the due date', async () => {
    const late: readonly Step[] = [
      ['2026-10-05', (life) => comes('2026-10')({ ...life, person: aPerson(3) })],
      ['2026-11-20', comes('2026-10')],
      ['2026-11-21', pays(2)],
      ['2027-01-10', pays(1)],
    ];
    expect(await keptAfter(late)).toEqual([0, 0, 0]);
    expect(await keptAfter(late, '2027-01')).toEqual([1, 1, 1]);
  });

  test('for each cohort that they were in: of December, owed since 10 November, a month less', async () => {
    const steps = [begins, ...monthly('2026-11', '2027-02')];
    expect(await keptAfter(steps, '2026-12')).toEqual([3, 3, 3]);
    expect(await keptAfter(steps, '2027-02')).toEqual([1, 1, 1]);
    expect(await keptAfter(steps, '2027-03')).toEqual([0, 0, 0]);
  });
});

describe('as of a day', () => {
  const reported = async (asOf: CalendarDate) => {
    const life = aLife();
    for (const [on, act] of [begins, ...monthly('2026-11', '2027-03')]) {
      life.memory.state.now = instantAt('Asia/Jakarta', on, '10:00');
      await act(life);
    }
    await tally({ shard: 'shard', changes: life.changes }, life.memory);
    const span = { from: '2026-11', to: '2026-11', by: null, asOf };
    const answer = await renewals(span, life.memory, settings);
    expect(
      (await renewals({ ...span, by: 'province' }, life.memory, settings)).overall,
    ).toMatchObject({ monthsKept: null });
    return answer.items[0]?.monthsKept?.[3];
  };

  test('three months are known when January can no longer be paid, and final three days later', async () => {
    expect(await reported('2027-03-30')).toMatchObject({
      ...{ through: '2027-01', knownOn: '2027-03-31', finalOn: '2027-04-04', final: false },
      reminded: { workers: 2, months: null },
    });
    expect(await reported('2027-03-31')).toMatchObject({ reminded: { months: 3 }, final: false });
    expect(await reported('2027-04-04')).toMatchObject({ reminded: { months: 3 }, final: true });
    expect(addDays('2027-03-31', 1)).toBe(`${addMonths('2027-01', 3)}-01`);
  });
});

test('a worker carries what the months before were, in a few letters', async () => {
  const life = aLife();
  const pastAfter = async (...steps: readonly Step[]) => {
    for (const [on, act] of steps) {
      life.memory.state.now = instantAt('Asia/Jakarta', on, '10:00');
      await act(life);
    }
    const { cycle } = stored(life);
    expect(cycle.month).toBe(monthOwed(stored(life)));
    return `${cycle.past} ${cycle.month}`;
  };
  expect(await pastAfter(begins)).toBe(' 2026-11');
  expect(await pastAfter(['2026-11-16', pays(1)])).toBe('@0:R 2026-12');
  expect(await pastAfter(['2026-12-29', pays(1)])).toBe('@0:RR 2027-01');
  // January is never paid: membership lapses on 1 April, and begins again with April.
  expect(await pastAfter(['2027-04-17', pays(2)])).toBe('@0:RRr..++ 2027-06');
  expect(await pastAfter(['2027-06-20', pays(1)])).toBe('@0:RRr..++R 2027-07');
  expect(await pastAfter(['2027-08-17', pays(1)])).toBe('@0:RRr..++RR 2027-08');
  // August was begun on the 17th: it depends on holidays whether that was in time.
  expect(await pastAfter(['2027-08-18', pays(3)])).toBe('@0:Rr..++RRR17++ 2027-11');
});

test('what a budget paid meanwhile is not counted, and not remembered as if it were', async () => {
  const life = aLife();
  for (const [on, act] of [
    begins,
    ...monthly('2026-11', '2026-11'),
    ['2026-12-03', becomes({ governmentPaid: true })],
    ['2026-12-10', pays(1)],
    ['2027-01-04', becomes({ governmentPaid: false })],
  ] satisfies readonly Step[]) {
    life.memory.state.now = instantAt('Asia/Jakarta', on, '10:00');
    await act(life);
  }
  expect(stored(life).cycle).toMatchObject({ month: '2027-01', past: '@0:R.' });
});
