import { monthOwed, type Worker } from '#domain/people/worker';
import { addCounts, type Counts, countOf } from '#domain/sending/slice';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';

type State = InMemoryPorts['state'];

/** The promises of promises/promises.ts, as far as they can be seen in the ports in memory. */
export function brokenIn(
  state: State,
  workers: readonly Worker[],
  budget: number | null,
): readonly string[] {
  const texts = Map.groupBy(state.outbox, ({ phone }) => phone);
  return [
    ...workers.flatMap((worker) =>
      ofWorker(state, worker, texts.get(worker.phone ?? '')?.length ?? 0),
    ),
    ...[...state.slices.values()]
      .filter((slice) => slice.state !== 'closed')
      .map((slice) => `slice ${slice.shard} ended ${slice.state}`),
    ...ofMoney(state, budget),
    ...ofCounts(state),
  ];
}

function ofWorker(state: State, { workerId, phone }: Worker, texts: number): readonly string[] {
  const rows = state.reminders.alike('worker', workerId);
  const stored = state.workers.get(workerId);
  const [row] = rows;
  const held: readonly (readonly [boolean, string])[] = [
    [texts <= 1, `${phone} got ${texts} texts`],
    [rows.length <= 1, `${phone} has ${rows.length} rows`],
    [row?.status !== 'missed', `${phone} was missed`],
    [row?.status !== 'claimed', `${phone} is still claimed`],
    [!stored || monthOwed(stored) > '2026-11' || rows.length === 1, `${phone} has no row`],
    [!row || fits(row.status, texts), `${phone} got ${texts} texts, their row says ${row?.status}`],
    [
      !state.erased.has(workerId) || (rows.length === 0 && !stored),
      `something of ${phone} is left`,
    ],
    [
      !stored || bought(state, workerId) === stored.coveredThrough,
      `${phone} paid for other months`,
    ],
  ];
  return held.flatMap(([holds, sentence]) => (holds ? [] : [sentence]));
}

const fits = (status: string, texts: number): boolean =>
  status === 'sent' ? texts === 1 : status === 'unknown' || texts === 0;

/** Covered through October, and a month for each payment. */
const bought = (state: State, workerId: string): string =>
  ['2026-10', '2026-11', '2026-12'][state.payments.alike('worker', workerId).length] ?? 'too many';

function ofMoney(state: State, budget: number | null): readonly string[] {
  const { committed, spent } = state.budgets.get('2026-11') ?? { committed: 0, spent: 0 };
  return [
    ...(committed === spent ? [] : [`Rp${committed - spent} stay reserved for nobody`]),
    ...(spent >= state.outbox.length * 2_640
      ? []
      : [`Rp${spent} for ${state.outbox.length} texts`]),
    ...(budget === null || committed <= budget ? [] : [`Rp${committed} of ${budget}`]),
  ];
}

/** What was erased stays counted. */
function ofCounts(state: State): readonly string[] {
  const counted = total([...state.slices.values()].map(({ counts }) => counts));
  const rows = total([...state.reminders.values()].map(countOf));
  return counted >= rows && counted <= rows + state.erased.size
    ? []
    : [`the slices count ${counted} rows, there are ${rows} and ${state.erased.size} were erased`];
}

const total = (counts: readonly Counts[]): number => {
  const { skipped = {}, ...others } = counts.reduce(addCounts, {});
  return [...Object.values(skipped), ...Object.values(others)].reduce(
    (sum, count) => sum + count,
    0,
  );
};
