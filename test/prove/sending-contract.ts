import { addSeconds } from '#domain/calendar/dates';
import { monthOwed, type Worker } from '#domain/people/worker';
import { firstPlan } from '#domain/plan/first-plan';
import type { Reminder } from '#domain/sending/reminder';
import { addCounts, type Counts, countOf, runIdOf, type SliceKey } from '#domain/sending/slice';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { slicesOf } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { frozen, type NextAnswer, sliceAt } from '#local/memory/state';
import { aWorker } from '../builders.ts';
import { settings } from '../unit/flows/settings.ts';
import { type Actor, actorNow, type Gate, type Scenario } from './interleave.ts';

const scheduledAt = '2026-11-11T02:00:00.000Z';
const key: SliceKey = {
  zone: 'Asia/Jakarta',
  date: '2026-11-11',
  time: '09:00',
  step: 'before',
  month: '2026-11',
  shard: 0,
};

/** The world a second before nine on Wednesday 11 November 2026 in Jakarta, with these workers covered through October, and a log of what was done to them. */
function makeWorld(gate: Gate, { workers = [siti], answers = [], planned }: Begun) {
  const memory = inMemoryPorts({
    now: '2026-11-11T01:59:59.000Z',
    shards: 1,
    gate: (operation, when) => (when === 'before' ? gate(operation) : Promise.resolve()),
  });
  memory.state.plans.push(planned.version);
  for (const worker of workers) memory.state.workers.set(worker.workerId, worker);
  memory.state.answers.push(...answers);
  for (const slice of planned.slices) memory.state.slices.set(sliceAt(slice), slice);
  return { memory, log: logged(memory) };
}

/** Made once for all schedules: what is stored is frozen. */
function plannedWith(monthlyBudgetRupiah: number | null) {
  const plan = { ...firstPlan({ paused: false }), holdoutPercent: 0, monthlyBudgetRupiah };
  const version = { plan, savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'test' };
  const slices = slicesOf({ zone: key.zone, time: key.time, scheduledAt }, plan, settings);
  return frozen({ version, slices });
}

type Setting = Readonly<{
  workers?: readonly Worker[];
  answers?: readonly NextAnswer[];
  budget?: number | null;
}>;
type Begun = Setting & Readonly<{ planned: ReturnType<typeof plannedWith> }>;
type Event = Readonly<{
  what: 'readFresh' | 'claim' | 'text' | 'sent' | 'change';
  workerId: string;
  by: string;
  at: string;
}>;

/** Who was looked at, claimed and changed, in the order in which it took effect, and when each text was handed over. */
function logged(memory: InMemoryPorts): Event[] {
  const log: Event[] = [];
  const note = (what: Event['what'], workerId: string): number =>
    log.push({ what, workerId, by: actorNow() ?? 'recovery', at: memory.state.now });
  const { readFresh, write, record: settle } = memory.reminders;
  const { replace, erase } = memory.workers;
  const { record } = memory.payments;
  const { send } = memory.sms;
  const changed =
    <A extends unknown[]>(
      act: (...given: A) => Promise<boolean>,
      workerOf: (...given: A) => string,
    ) =>
    async (...given: A): Promise<boolean> => {
      const done = await act(...given);
      if (done) note('change', workerOf(...given));
      return done;
    };
  Object.assign(memory.workers, {
    replace: changed(replace, ({ workerId }) => workerId),
    erase: changed(erase, (workerId) => workerId),
  });
  Object.assign(memory.payments, {
    record: async (...given: Parameters<typeof record>) => {
      const answer = await record(...given);
      if (answer === 'recorded' && given[1]) note('change', given[1].worker.workerId);
      return answer;
    },
  });
  Object.assign(memory.reminders, {
    readFresh: async (...given: Parameters<typeof readFresh>) => {
      const answer = await readFresh(...given);
      for (const workerId of given[0]) note('readFresh', workerId);
      return answer;
    },
    write: async (...given: Parameters<typeof write>) => {
      const answer = await write(...given);
      if (answer === 'written' && given[0].status === 'claimed') note('claim', given[0].workerId);
      return answer;
    },
  });
  Object.assign(memory.reminders, {
    record: async (...given: Parameters<typeof settle>) => {
      const done = await settle(...given);
      if (done && given[2].status === 'sent') note('sent', given[0].workerId);
      return done;
    },
  });
  Object.assign(memory.sms, {
    send: (text: Parameters<typeof send>[0]) => {
      const whose = [siti, sri].find(({ phone }) => phone === text.phone) ?? siti;
      note('text', whose.workerId);
      return send(text);
    },
  });
  return log;
}

const siti = aWorker({
  workerId: 'wrk_00000000000000000001',
  name: 'Siti Aminah',
  phone: '+6287000000001',
  coveredThrough: '2026-10',
});
const sri = aWorker({
  workerId: 'wrk_00000000000000000002',
  name: 'Sri Hartati',
  phone: '+6287000000002',
  coveredThrough: '2026-10',
});

/** Actors, by name, over one world. `later` waits until the first holder's lease has run out, as the audit does. */
const cast = (memory: InMemoryPorts) => {
  const send = (holder: string) => () => sendReminders(key, holder, memory, settings);
  const by = { by: 'test', requestId: 'test' };
  return {
    first: { name: 'first', act: send('first'), crashable: true },
    second: { name: 'second', act: send('second'), crashable: true },
    later: {
      name: 'later',
      act: async () => {
        memory.state.now = addSeconds(memory.state.now, 95);
        await send('later')();
      },
      crashable: true,
    },
    payment: { name: 'payment', act: () => pay(memory), crashable: true },
    stop: { name: 'stop', act: () => stopTexts(siti.workerId, null, by, memory) },
    erasure: { name: 'erasure', act: () => eraseWorker(siti.workerId, memory), crashable: true },
    correction: {
      name: 'correction',
      act: () => correctWorker(siti.workerId, { phone: '+6287000000009' }, by, memory, settings),
    },
    pause: { name: 'pause', act: () => edit(memory) },
  } satisfies Record<string, Actor>;
};

const pay = (memory: InMemoryPorts) =>
  recordPayment(
    { reference: 'P-1', channel: 'bank', amount: 8_400, paidAt: scheduledAt, months: null },
    siti.workerId,
    memory,
    settings,
  );

async function edit(memory: InMemoryPorts): Promise<void> {
  const current = await memory.plans.current();
  if (current)
    await memory.plans.save({
      ...current,
      plan: { ...current.plan, version: current.plan.version + 1, paused: true, steps: [] },
    });
}

/** After everybody has ended: whoever crashed is taken over, what is left open is closed after its last window, and an erasure that broke off is repeated. */
async function settleAll(memory: InMemoryPorts): Promise<void> {
  for (let round = 0; round < 6; round++) {
    memory.state.now = addSeconds(memory.state.now, 95);
    await sendReminders(key, `recovery-${round}`, memory, settings);
  }
  memory.state.now = '2026-11-12T13:00:00.000Z';
  for (let round = 0; round < 3; round++) {
    memory.state.now = addSeconds(memory.state.now, 95);
    await sendReminders(key, `closing-${round}`, memory, settings);
  }
  for (const workerId of memory.state.erased.keys()) await eraseWorker(workerId, memory);
}

/**
 * What of the promise is broken, a sentence each: one row for everybody who is owed one, at most one
 * text for it, a row that says what became of the text, counts and money that are those of the rows,
 * and nothing left of an erased worker.
 */
function broken(
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
    say(
      !row ||
        row.status === 'sent' ||
        !log.some(({ what, workerId: whose }) => what === 'sent' && whose === workerId),
      `${workerId} was sent a text and now it says ${row?.status}`,
    );
    sentences.push(...staleActs(log, workerId));
  }
  const slice = [...state.slices.values()][0];
  say(slice?.state === 'closed', `the slice ended ${slice?.state}`);
  const rows = [...state.reminders.values()].filter(
    ({ runId }) => slice && runId === runIdOf(slice),
  );
  if (state.erased.size === 0)
    say(
      total(slice?.counts ?? {}) === total(rows.map(countOf).reduce(addCounts, {})),
      `the slice counts ${JSON.stringify(slice?.counts)}, its rows say ${JSON.stringify(rows.map(({ status }) => status))}`,
    );
  const money = state.budgets.get('2026-11') ?? { committed: 0, spent: 0 };
  say(
    money.committed === money.spent,
    `Rp${money.committed - money.spent} stay reserved for nobody`,
  );
  // `unknown` is booked as spent; a holder who was only slow may find afterwards that it was refused.
  const booked = (statuses: readonly string[]) =>
    2_640 * rows.filter(({ status }) => statuses.includes(status)).length;
  const right =
    booked(['sent', 'unknown']) <= money.spent &&
    money.spent <= booked(['sent', 'unknown', 'failed']);
  if (state.erased.size === 0)
    say(right, `Rp${money.spent} were booked for ${rows.map(({ status }) => status)}`);
  say(budget === null || money.spent <= budget, `Rp${money.spent} were spent of ${budget}`);
  return sentences;
}

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

/** After a payment, a stop or an erasure nobody is claimed any more; after a correction only with a new look; and no text is handed over more than 5 s after its look. */
function staleActs(log: readonly Event[], workerId: string): readonly string[] {
  const own = log.filter((event) => event.workerId === workerId);
  return own.flatMap((event, index) => {
    const before = own.slice(0, index);
    if (
      event.what === 'claim' &&
      before.some(({ what, by }) => what === 'change' && by !== 'correction')
    )
      return [`${workerId} was claimed by ${event.by} after they had paid, stopped or gone`];
    if (
      event.what === 'claim' &&
      before.findLast(({ what }) => what === 'readFresh' || what === 'change')?.what === 'change'
    )
      return [`${workerId} was claimed by ${event.by} as they were before a change`];
    const readFresh = before.findLast(({ what, by }) => what === 'readFresh' && by === event.by);
    const seconds = (Date.parse(event.at) - Date.parse(readFresh?.at ?? '')) / 1_000;
    return event.what === 'text' && !(seconds <= 5)
      ? [`${workerId} was texted by ${event.by} ${seconds} s after the look`]
      : [];
  });
}

type Names = keyof ReturnType<typeof cast>;

const scenario = (
  name: string,
  names: readonly Names[],
  bounds: Pick<Scenario, 'switches' | 'crashes'>,
  setting: Setting = {},
): Scenario => {
  const { workers = [siti], budget = null } = setting;
  const begun = { ...setting, planned: plannedWith(budget) };
  return {
    name,
    ...bounds,
    make: async (gate) => {
      const made = makeWorld(gate, begun);
      const actors = cast(made.memory);
      return {
        actors: names.map((each) => actors[each]),
        verify: async () => {
          await settleAll(made.memory);
          return broken(made, workers, budget);
        },
      };
    },
  };
};

export const scenarios: readonly Scenario[] = [
  scenario('two slices at once', ['first', 'second'], { switches: 3, crashes: 1 }),
  scenario('one takes over from another who may be dead or slow', ['first', 'later'], {
    switches: 3,
    crashes: 2,
  }),
  scenario('a payment comes in', ['first', 'payment'], { switches: 3, crashes: 1 }),
  scenario('a payment comes in during a take-over', ['first', 'later', 'payment'], {
    switches: 2,
    crashes: 1,
  }),
  scenario('the worker is stopped', ['first', 'stop'], { switches: 3, crashes: 1 }),
  scenario('the phone is corrected', ['first', 'correction'], { switches: 3, crashes: 1 }),
  scenario('the worker is erased', ['first', 'erasure'], { switches: 3, crashes: 1 }),
  scenario('the worker is erased during a take-over', ['first', 'later', 'erasure'], {
    switches: 2,
    crashes: 1,
  }),
  scenario('the plan is paused and its step taken out', ['first', 'later', 'pause'], {
    switches: 2,
    crashes: 1,
  }),
  scenario(
    'SNS takes the text and does not answer',
    ['first', 'later'],
    { switches: 2, crashes: 1 },
    { answers: [{ status: 'unknown', left: true }] },
  ),
  scenario(
    'SNS does not answer',
    ['first', 'later'],
    { switches: 2, crashes: 1 },
    { answers: [{ status: 'unknown', left: false }] },
  ),
  scenario(
    'SNS says later',
    ['first', 'later'],
    { switches: 2, crashes: 1 },
    { answers: [{ status: 'try-later' }] },
  ),
  scenario(
    'SNS refuses',
    ['first', 'later'],
    { switches: 2, crashes: 1 },
    { answers: [{ status: 'refused' }] },
  ),
  scenario(
    'two workers in one batch',
    ['first', 'later'],
    { switches: 1, crashes: 1 },
    { workers: [siti, sri] },
  ),
  scenario(
    'two workers, and money for one',
    ['first', 'later'],
    { switches: 1, crashes: 1 },
    { workers: [siti, sri], budget: 3_000 },
  ),
];
