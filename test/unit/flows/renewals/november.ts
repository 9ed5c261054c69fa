import { type CalendarDate, instantAt } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import type { Worker } from '#domain/people/worker';
import { reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker } from '#flows/people/change-worker';
import { importWorkers } from '#flows/people/import-workers';
import { tally } from '#flows/renewals/tally';
import { planRun } from '#flows/sending/plan-run';
import { aPerson, csvOf, type Person, people } from '#local/made-up';
import { watch } from '#local/memory/watch';
import { aStage, planWith, workOff } from '../given.ts';
import { settings } from '../settings.ts';

/** Everybody drives for a living: each of their months costs Rp8.400. */
const rider = (number: number, facts: Partial<Person> = {}): Person =>
  aPerson(number, { sector: 'transport', ...facts });

/** Workers by what becomes of their November 2026, due on Monday 16, lapsing on 1 February. */
export const cast = {
  onTime: rider(1),
  /** Pays on the very due date, in Jayapura, where it is over two hours earlier. */
  onTheDay: rider(2, { province: 'Papua' }),
  inArrears: rider(3),
  recovered: rider(4),
  lapsed: rider(5),
  left: rider(6),
  startedLate: rider(7),
  /** Left, moved to another zone, came back and paid. */
  twice: rider(8),
  erased: rider(9),
  reversed: rider(10),
  ahead: rider(11),
  noPhone: rider(12, { phone: '' }),
} satisfies Record<string, Person>;

type Options = Readonly<{ more?: number; holdoutPercent?: number; shards?: number }>;

/**
 * From 5 October 2026 to 1 March 2027 through the real flows, counted at the end. Of `more`
 * workers,
 * from number 101 on, a third pays on 12 November, a third on 5 December, and a third never.
 */
export async function november({
  more = 0,
  holdoutPercent = 0,
  shards = settings.shards,
}: Options = {}) {
  const { memory } = aStage({
    workers: [],
    plan: planWith({ holdoutPercent }),
    now: '2026-10-05T01:00:00.000Z',
    shards,
  });
  const changes = watch(memory.state);
  const under = { ...settings, shards };
  const crowd = people(more, { sector: 'transport' }, 101);
  const idOf = ({ nik }: Person): string => memory.identity.workerIdOf(nik);
  const at = (
    date: CalendarDate,
    time = '10:00',
    zone: (typeof zones)[number] = 'Asia/Jakarta',
  ) => {
    memory.state.now = instantAt(zone, date, time);
  };
  const bring = (some: readonly Person[]) =>
    importWorkers(
      { text: csvOf(some), firstLine: undefined, dryRun: false, by: 'admin' },
      memory,
      under,
    );
  const pay = (person: Person, months = 1, reference = `${person.nik} ${memory.state.now}`) =>
    recordPayment(
      {
        reference,
        channel: 'bank',
        amount: 8_400 * months,
        paidAt: memory.state.now,
        months: null,
      },
      idOf(person),
      memory,
      under,
    );
  const correct = (person: Person, correction: Parameters<typeof correctWorker>[1]) =>
    correctWorker(
      idOf(person),
      correction,
      { by: 'admin', requestId: `request ${memory.state.now}` },
      memory,
      under,
    );
  const morning = async (date: CalendarDate) => {
    for (const zone of zones.toReversed()) {
      at(date, '09:00', zone);
      await planRun({ zone, time: '09:00', scheduledAt: memory.state.now }, memory, under);
      await workOff(memory, under);
    }
  };

  await bring([...Object.values(cast).filter((person) => person !== cast.startedLate), ...crowd]);
  at('2026-10-20');
  await pay(cast.ahead, 3);
  at('2026-11-03');
  await correct(cast.twice, { ended: { on: '2026-11-03', reason: 'employed' } });
  at('2026-11-06');
  await correct(cast.twice, { province: 'Papua' });
  await correct(cast.twice, { ended: null });
  await morning('2026-11-11');
  at('2026-11-12');
  await pay(cast.onTime);
  await pay(cast.noPhone);
  await pay(cast.reversed, 1, 'wrong');
  for (const [index, person] of crowd.entries()) if (index % 3 === 0) await pay(person);
  at('2026-11-13');
  await reversePayment(
    { channel: 'bank', reference: 'wrong' },
    { by: 'finance', reason: 'another person' },
    memory,
    under,
  );
  at('2026-11-14');
  await pay(cast.twice);
  at('2026-11-16', '23:30', 'Asia/Jayapura');
  await pay(cast.onTheDay);
  at('2026-11-20');
  await bring([cast.startedLate]);
  await correct(cast.left, { ended: { on: '2026-11-20', reason: 'abroad' } });
  await eraseWorker(idOf(cast.erased), memory);
  await morning('2026-11-23');
  at('2026-11-25');
  await pay(cast.startedLate);
  at('2026-12-05');
  await pay(cast.inArrears, 2);
  for (const [index, person] of crowd.entries()) if (index % 3 === 1) await pay(person, 2);
  at('2026-12-20');
  await pay(cast.reversed, 2);
  at('2027-02-10');
  await pay(cast.recovered);
  at('2027-03-01', '12:00');
  await tally({ shard: 'shard-1', changes }, memory);
  const workerOf = (person: Person): Worker | undefined => memory.state.workers.get(idOf(person));
  return { memory, settings: under, idOf, workerOf };
}
