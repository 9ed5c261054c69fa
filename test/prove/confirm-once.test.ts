import { describe, expect, it } from 'vitest';
import { addSeconds } from '#domain/calendar/dates';
import { monthOwed } from '#domain/people/worker';
import { reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { confirmPayments } from '#flows/sending/confirming/confirm-payments';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import type { NextAnswer } from '#local/memory/state';
import { aWorker } from '../builders.ts';
import { by, nine, paymentOf, planWith } from '../unit/flows/given.ts';
import { settings } from '../unit/flows/settings.ts';
import { type Actor, actorNow, explore, type Gate, type Scenario } from './interleave.ts';

const siti = aWorker({ group: 'Paguyuban Batik Laweyan' });
const key = { channel: 'bank', reference: 'P-1' };

/** Siti's group has paid November, and she is still to be told. */
async function makeWorld(gate: Gate, answers: readonly NextAnswer[]) {
  const memory = inMemoryPorts({
    now: nine,
    shards: 1,
    gate: (operation, when) => (when === 'before' ? gate(operation) : Promise.resolve()),
  });
  memory.state.plans.push({
    plan: planWith(),
    savedAt: '2026-10-01T00:00:00.000Z',
    savedBy: 'test',
  });
  memory.state.workers.set(siti.workerId, siti);
  memory.state.answers.push(...answers);
  await pay(memory);
  return { memory, changed: loggedIn(memory) };
}

/** A claim may not be written after a stop, an erasure or the reversal of her payment. */
function loggedIn(memory: InMemoryPorts) {
  const log: ('change' | 'claim')[] = [];
  const { write } = memory.reminders;
  Object.assign(memory.reminders, {
    write: async (...given: Parameters<typeof write>) => {
      const answer = await write(...given);
      if (answer === 'written' && given[0].status === 'claimed') log.push('claim');
      return answer;
    },
  });
  const noted =
    <Given extends unknown[]>(act: (...given: Given) => Promise<boolean>) =>
    async (...given: Given): Promise<boolean> => {
      const done = await act(...given);
      if (done && actorNow() !== 'correction') log.push('change');
      return done;
    };
  Object.assign(memory.workers, {
    replace: noted(memory.workers.replace),
    erase: noted(memory.workers.erase),
  });
  Object.assign(memory.payments, { reverse: noted(memory.payments.reverse) });
  return () => log.indexOf('change') >= 0 && log.lastIndexOf('claim') > log.indexOf('change');
}

const pay = (memory: InMemoryPorts, reference = 'P-1') =>
  recordPayment(
    paymentOf({ reference, paidAt: memory.state.now }),
    siti.workerId,
    memory,
    settings,
  );

const cast = (memory: InMemoryPorts) => {
  const confirm = (holder: string) => () => confirmPayments(holder, memory, settings);
  return {
    first: { name: 'first', act: confirm('first'), crashable: true },
    second: { name: 'second', act: confirm('second'), crashable: true },
    /** After everybody who began before is gone, or so it seems. */
    later: {
      name: 'later',
      act: async () => {
        memory.state.now = addSeconds(memory.state.now, 125);
        await confirm('later')();
      },
      crashable: true,
    },
    stop: { name: 'stop', act: () => stopTexts(siti.workerId, null, by, memory) },
    erasure: { name: 'erasure', act: () => eraseWorker(siti.workerId, memory), crashable: true },
    reversal: {
      name: 'reversal',
      act: () => reversePayment(key, { by: 'finance', reason: 'a mistake' }, memory, settings),
      crashable: true,
    },
    correction: {
      name: 'correction',
      act: () => correctWorker(siti.workerId, { name: 'Siti Aminah Sari' }, by, memory, settings),
    },
    payment: { name: 'payment', act: () => pay(memory, 'P-2'), crashable: true },
  } satisfies Record<string, Actor>;
};

/**
 * What is broken after three more rounds: a month has at most one text, its row knows, nothing
 * waits.
 */
async function broken({
  memory,
  changed,
}: Awaited<ReturnType<typeof makeWorld>>): Promise<readonly string[]> {
  const { state } = memory;
  for (let round = 0; round < 3; round++) {
    state.now = addSeconds(state.now, 125);
    await confirmPayments(`recovery-${round}`, memory, settings);
  }
  for (const workerId of state.erased.keys()) await eraseWorker(workerId, memory);
  const sentences: string[] = [];
  const say = (holds: boolean, sentence: string) => holds || sentences.push(sentence);
  const rows = [...state.reminders.values()];
  for (const month of ['Nov', 'Des']) {
    const texts = state.outbox.filter(({ text }) => text.includes(`${month} 2026`)).length;
    const row = rows.find((each) => each.month === (month === 'Nov' ? '2026-11' : '2026-12'));
    say(texts <= 1, `${texts} texts for ${month}`);
    if (row)
      say(
        row.status === 'unknown' || (row.status === 'sent') === (texts === 1),
        `${texts} texts, and the row says ${row.status}`,
      );
    else say(texts === 0 || state.erased.size > 0, `a text for ${month} and no row`);
  }
  const worker = state.workers.get(siti.workerId);
  if (worker && monthOwed(worker) > '2026-11') say(rows.length > 0, 'paid, and never told');
  say(state.confirmations.size === 0, 'somebody still waits to be told');
  say(!rows.some(({ status }) => status === 'claimed'), 'still claimed');
  say(state.erased.size === 0 || rows.length === 0, 'erased, and something is left');
  say(!changed(), 'claimed after they had stopped or gone, or the payment was taken back');
  const { committed, spent } = state.budgets.get('2026-11') ?? { committed: 0, spent: 0 };
  say(
    committed >= 2_640 * state.outbox.length && committed >= spent,
    `Rp${committed} for ${state.outbox.length} texts`,
  );
  return sentences;
}

type Names = keyof ReturnType<typeof cast>;

const scenario = (
  name: string,
  names: readonly Names[],
  bounds: Pick<Scenario, 'switches' | 'crashes'>,
  answers: readonly NextAnswer[] = [],
): Scenario => ({
  name,
  ...bounds,
  make: async (gate) => {
    const made = await makeWorld(gate, answers);
    return { actors: names.map((each) => cast(made.memory)[each]), verify: () => broken(made) };
  },
});

describe('a payment is confirmed at most once, whoever crashes or goes first', () => {
  it.each([
    scenario('two rounds at once', ['first', 'second'], { switches: 2, crashes: 1 }),
    scenario('a later round takes over from one who may be dead or slow', ['first', 'later'], {
      switches: 2,
      crashes: 2,
    }),
    scenario('the payment is taken back', ['first', 'reversal'], { switches: 3, crashes: 1 }),
    scenario('the worker is stopped', ['first', 'stop'], { switches: 3, crashes: 1 }),
    scenario('the worker is erased', ['first', 'erasure'], { switches: 3, crashes: 1 }),
    scenario('the worker is corrected', ['first', 'correction', 'second'], {
      switches: 1,
      crashes: 1,
    }),
    scenario('another payment comes in', ['first', 'payment'], { switches: 2, crashes: 1 }),
    scenario(
      'SNS takes the text and does not answer',
      ['first', 'later'],
      { switches: 2, crashes: 1 },
      [{ status: 'unknown', left: true }],
    ),
    scenario('SNS says later', ['first', 'later'], { switches: 2, crashes: 1 }, [
      { status: 'try-later' },
    ]),
  ])('$name', async (each) => {
    const { schedules, violations } = await explore(each);
    expect(violations).toEqual([]);
    expect(schedules).toBeGreaterThan(100);
  });
});
