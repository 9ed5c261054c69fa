import { addSeconds } from '#domain/calendar/dates';
import { monthOwed } from '#domain/people/worker';
import { reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { sendReminders } from '#flows/sending/send-reminders';
import { openConfirmations } from '#flows/sending/watching/open-confirmations';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import type { NextAnswer } from '#local/memory/state';
import { aWorker } from '../builders.ts';
import { by, nine, paymentOf, planWith, workOff } from '../unit/flows/given.ts';
import { settings } from '../unit/flows/settings.ts';
import { type Actor, actorNow, type Gate, type Scenario } from './interleave.ts';

const siti = aWorker({ group: 'Paguyuban Batik Laweyan' });
const key = { channel: 'bank', reference: 'P-1' };

type Setting = Readonly<{ answers?: readonly NextAnswer[]; isStopped?: boolean }>;

/** Nobody is held up by reminders here: whether some leave is no race. */
const ungated = ['slices.list', 'slices.anyReminder'];
const plan = planWith({ catchUpDays: 0 });

/** Siti's group has paid November, and a slice is open in which she is to be told. */
async function makeWorld(gate: Gate, { answers = [], isStopped = false }: Setting) {
  const memory = inMemoryPorts({
    now: nine,
    shards: 1,
    gate: (operation, when) =>
      when === 'before' && !ungated.includes(operation) ? gate(operation) : Promise.resolve(),
  });
  memory.state.plans.push({ plan, savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'test' });
  memory.state.workers.set(siti.workerId, siti);
  memory.state.answers.push(...answers);
  await pay(memory);
  if (isStopped) await stopTexts(siti.workerId, null, by, memory);
  await openConfirmations({ plan, queued: [] }, memory, settings);
  return { memory, changed: loggedIn(memory) };
}

/** After these she is to be told all the same. */
const harmless = ['correction', 'again'];

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
      if (done && !harmless.includes(actorNow() ?? '')) log.push('change');
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
  const [slice] = memory.state.slices.values();
  if (!slice) throw new Error('No slice was opened');
  const send = (holder: string) => () => sendReminders(slice, holder, memory, settings);
  const reverse = () =>
    reversePayment(key, { by: 'finance', reason: 'a mistake' }, memory, settings);
  return {
    first: { name: 'first', act: send('first'), crashable: true },
    second: { name: 'second', act: send('second'), crashable: true },
    /** After everybody who began before is gone, or so it seems. */
    later: {
      name: 'later',
      act: async () => {
        memory.state.now = addSeconds(memory.state.now, 125);
        await send('later')();
      },
      crashable: true,
    },
    watchdog: {
      name: 'watchdog',
      act: () => openConfirmations({ plan, queued: [] }, memory, settings),
      crashable: true,
    },
    stop: { name: 'stop', act: () => stopTexts(siti.workerId, null, by, memory) },
    erasure: { name: 'erasure', act: () => eraseWorker(siti.workerId, memory), crashable: true },
    reversal: { name: 'reversal', act: reverse, crashable: true },
    /** November is paid a second time, by another payment. */
    again: {
      name: 'again',
      act: async () => {
        await reverse();
        await pay(memory, 'AGAIN');
      },
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
 * waits; the slices have counted the rows, and their money.
 */
async function broken({
  memory,
  changed,
}: Awaited<ReturnType<typeof makeWorld>>): Promise<readonly string[]> {
  const { state } = memory;
  for (let round = 0; round < 3; round++) {
    state.now = addSeconds(state.now, 1_805);
    await openConfirmations({ plan, queued: [] }, memory, settings);
    await workOff(memory);
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
  sentences.push(...miscounted(memory));
  return sentences;
}

/** A slow holder may learn that a text was refused after it was booked as `unknown`. */
function miscounted({ state }: InMemoryPorts): readonly string[] {
  const rows = [...state.reminders.values()];
  const slices = [...state.slices.values()];
  const { committed, spent } = state.budgets.get('2026-11') ?? { committed: 0, spent: 0 };
  const booked = rows.filter(({ status }) => status === 'sent' || status === 'unknown').length;
  const counted = slices
    .flatMap(({ counts: { skipped = {}, ...others } }) => [
      ...Object.values(skipped),
      ...Object.values(others),
    ])
    .reduce((sum, count) => sum + count, 0);
  const holds: readonly (readonly [boolean, string])[] = [
    [slices.every(({ state: each }) => each === 'finished'), 'a slice is not finished'],
    [committed === spent, `Rp${committed - spent} stay reserved for nobody`],
    [state.erased.size > 0 || spent === 2_640 * booked, `Rp${spent} for ${booked} texts`],
    [state.erased.size > 0 || counted === rows.length, `${counted} counted of ${rows.length}`],
  ];
  return holds.flatMap(([isKept, sentence]) => (isKept ? [] : [sentence]));
}

type Names = keyof ReturnType<typeof cast>;

const scenario = (
  name: string,
  names: readonly Names[],
  bounds: Pick<Scenario, 'switches' | 'crashes'>,
  setting: Setting = {},
): Scenario => ({
  name: `confirming: ${name}`,
  ...bounds,
  make: async (gate) => {
    const made = await makeWorld(gate, setting);
    return { actors: names.map((each) => cast(made.memory)[each]), verify: () => broken(made) };
  },
});

/** A payment is confirmed at most once, whoever crashes or goes first. */
export const confirmingScenarios: readonly Scenario[] = [
  scenario('two slices at once', ['first', 'second'], { switches: 2, crashes: 1 }),
  scenario('one takes over from another who may be dead or slow', ['first', 'later'], {
    switches: 2,
    crashes: 1,
  }),
  scenario(
    'one takes over from another who writes down no text',
    ['first', 'later'],
    { switches: 2, crashes: 1 },
    { isStopped: true },
  ),
  scenario('the watchdog opens the slice again', ['first', 'watchdog', 'second'], {
    switches: 1,
    crashes: 1,
  }),
  scenario('the payment is taken back', ['first', 'reversal'], { switches: 2, crashes: 1 }),
  scenario('it is taken back, and another one comes in', ['first', 'again'], {
    switches: 2,
    crashes: 1,
  }),
  scenario('the worker is stopped', ['first', 'stop'], { switches: 2, crashes: 1 }),
  scenario('the worker is erased', ['first', 'erasure'], { switches: 2, crashes: 1 }),
  scenario('the worker is corrected', ['first', 'correction', 'second'], {
    switches: 1,
    crashes: 1,
  }),
  scenario('another payment comes in', ['first', 'payment'], { switches: 2, crashes: 1 }),
  scenario(
    'SNS takes the text and does not answer',
    ['first', 'later'],
    { switches: 2, crashes: 1 },
    { answers: [{ status: 'unknown', left: true }] },
  ),
  scenario(
    'SNS says later',
    ['first', 'later'],
    { switches: 2, crashes: 1 },
    { answers: [{ status: 'try-later' }] },
  ),
];
