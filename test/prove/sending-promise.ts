import { monthOwed, type Worker } from '#domain/people/worker';
import type { Reminder } from '#domain/sending/reminder';
import { addCounts, type Counts, countOf, runIdOf } from '#domain/sending/slice';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { staleActs } from './sending-log.ts';
import { siti } from './sending-people.ts';
import { key, type makeWorld } from './sending-world.ts';

/**
 * A sentence for each broken promise: everybody who is owed a row has one, at most one text and a
 * row
 * that tells its outcome; counts and money match the rows; nothing remains of an erased worker.
 */
export function broken(
  { memory: { state }, log }: ReturnType<typeof makeWorld>,
  workers: readonly Worker[],
  budget: number | null,
): readonly string[] {
  const sentences: string[] = [];
  const say = (holds: boolean, sentence: string) => holds || sentences.push(sentence);
  for (const { workerId, phone } of workers) {
    const row = state.reminders.get(`${workerId}#${key.month}#${key.step}`);
    const texts = state.outbox.filter(
      (text) =>
        text.phone === phone || (workerId === siti.workerId && text.phone === '+6287000000009'),
    ).length;
    const stored = state.workers.get(workerId);
    say(texts <= 1, `${workerId} got ${texts} texts`);
    say(row?.status !== 'claimed', `${workerId} is still claimed`);
    if (state.erased.has(workerId))
      say(
        !row && !leftBehind(state, workerId),
        `${workerId} was erased and something of them is still there`,
      );
    else if (stored && monthOwed(stored) === key.month)
      say(row !== undefined, `${workerId} was owed a row and has none`);
    if (row)
      say(fits(row, texts), `${workerId} got ${texts} texts, and their row says ${row.status}`);
    else if (!state.erased.has(workerId)) say(texts === 0, `${workerId} got a text and has no row`);
    // Everybody is taken over well before the last window.
    say(
      row?.status !== 'missed' || state.plans.some(({ plan }) => plan.paused),
      `${workerId} was missed`,
    );
    say(row?.reason !== 'not-on-list', `${workerId} was withheld, and the list was taken off`);
    say(
      !row ||
        row.status === 'sent' ||
        !log.some(({ what, workerId: whose }) => what === 'sent' && whose === workerId),
      `${workerId} was sent a text and now it says ${row?.status}`,
    );
    sentences.push(...staleActs(log, workerId));
  }
  const slices = [...state.slices.values()];
  for (const slice of slices) say(slice.state === 'closed', `a slice ended ${slice.state}`);
  const rows = [...state.reminders.values()].filter(({ runId }) => runId === runIdOf(key));
  const counts = slices.map((slice) => slice.counts).reduce(addCounts, {});
  if (state.erased.size === 0)
    say(
      total(counts) === total(rows.map(countOf).reduce(addCounts, {})),
      `the slices count ${JSON.stringify(counts)}; ${rows.map(({ status }) => status)}`,
    );
  const money = state.budgets.get('2026-11') ?? { committed: 0, spent: 0 };
  say(
    money.committed === money.spent,
    `Rp${money.committed - money.spent} stay reserved for nobody`,
  );
  // `unknown` is booked as spent; a slow holder may learn afterwards that it was refused.
  const booked = (statuses: readonly string[]) =>
    2_640 * rows.filter(({ status }) => statuses.includes(status)).length;
  const right =
    booked(['sent', 'unknown']) <= money.spent &&
    money.spent <= booked(['sent', 'unknown', 'failed']);
  if (state.erased.size === 0)
    say(right, `Rp${money.spent} were booked for ${rows.map(({ status }) => status)}`);
  say(budget === null || money.spent <= budget, `Rp${money.spent} were spent of ${budget}`);
  say(
    budget === null || budget - money.spent < 2_640 || !rows.some(skippedForBudget),
    `a text was skipped for the budget, and Rp${(budget ?? 0) - money.spent} were not spent`,
  );
  return sentences;
}

const skippedForBudget = ({ status, reason }: Reminder): boolean =>
  status === 'skipped' && reason === 'budget';

const total = ({ skipped = {}, ...others }: Counts): number =>
  [...Object.values(skipped), ...Object.values(others)].reduce((sum, count) => sum + count, 0);

function fits({ status }: Reminder, texts: number): boolean {
  if (status === 'sent') return texts === 1;
  return status === 'unknown' || texts === 0;
}

const leftBehind = (state: InMemoryPorts['state'], workerId: string): boolean =>
  [
    ...state.changes.values(),
    ...state.payments.values(),
    ...state.attention.values(),
    ...state.reminders.values(),
  ].some((kept) => kept.workerId === workerId);
