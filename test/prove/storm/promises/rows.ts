import { castSize } from '../cast.ts';
import { lastDeath, type StepDay, stepDays } from '../days.ts';
import type { Person } from '../look.ts';
import { owed } from './owed.ts';
import { each, type Promised, twice } from './promise.ts';

export const ofRows: readonly Promised[] = [
  {
    promise: 'a worker who was owed a row has one',
    broken: ({ persons, told }) =>
      each(persons, (person) =>
        stepDays
          .filter((day) => owed(person, day, told) === 'yes' && !rowOf(person, day))
          .map(({ step, month }) => `${step} ${month}`),
      ),
  },
  {
    promise: 'nobody has a row that they were not owed',
    broken: ({ persons, told }) =>
      each(persons, (person) =>
        person.rows
          .filter((row) => {
            const day = stepDays.find(
              ({ step, month }) => step === row.step && month === row.month,
            );
            return !day || owed(person, day, told) === 'no';
          })
          .map(({ step, month, status, at }) => `${step} ${month} ${status} ${at}`),
      ),
  },
  {
    promise: 'nobody has two rows for one step and month',
    broken: ({ persons }) =>
      each(persons, ({ rows }) => twice(rows.map(({ step, month }) => `${step} ${month}`))),
  },
  {
    promise: 'nothing stays claimed',
    broken: ({ rows }) =>
      rows
        .filter(({ status }) => status === 'claimed')
        .map(({ number, step }) => `${number} ${step}`),
  },
  {
    promise: 'nobody is missed but who was due while the stage was down',
    broken: ({ rows }) =>
      rows
        .filter(({ status, step }) => status === 'missed' && step !== lastDeath.step)
        .map(({ number, step, reason }) => `${number} ${step} ${reason}`),
  },
  {
    promise: 'every slice is finished',
    broken: ({ runs }) => runs.filter(({ closed }) => !closed).map(({ runId }) => runId),
  },
  {
    promise: 'a run counts its rows',
    broken: ({ runs, rows, persons }) => {
      const gone = persons.filter(({ worker, number }) => !worker && number <= castSize).length;
      return runs.flatMap(({ runId, counts: { skipped = {}, ...counts } }) => {
        const own = rows.filter((row) => row.runId === runId).length;
        const counted = [...Object.values(skipped), ...Object.values(counts)].reduce(
          (a, b) => a + b,
          0,
        );
        return counted - own >= 0 && counted - own <= gone
          ? []
          : [`${runId}: ${counted} of ${own}`];
      });
    },
  },
  {
    promise: 'attention names the rows that need it, and no others',
    broken: ({ rows, attention }) =>
      (['unknown', 'failed', 'undelivered'] as const).flatMap((status) => {
        const listed = attention.filter(({ kind }) => kind === status).length;
        const own = rows.filter((row) => row.status === status).length;
        return listed === own ? [] : [`${listed} ${status} listed, ${own} rows`];
      }),
  },
  {
    // An erased worker's row is gone; whom a slice missed stays counted.
    promise: 'attention counts whom each slice missed',
    broken: ({ rows, attention, persons }) => {
      const gone = persons.filter(({ worker, number }) => !worker && number <= castSize).length;
      const listed = attention
        .filter(({ kind }) => kind === 'missed')
        .reduce((sum, { count }) => sum + Number(count), 0);
      const own = rows.filter(({ status }) => status === 'missed').length;
      return listed >= own && listed - own <= gone ? [] : [`${listed} missed listed, ${own} rows`];
    },
  },
  {
    promise: 'counters are sums over rows',
    broken: ({ recount }) => (recount.includes('None was wrong') ? [] : [recount]),
  },
];

const rowOf = ({ rows }: Person, { step, month }: StepDay) =>
  rows.find((row) => row.step === step && row.month === month);
