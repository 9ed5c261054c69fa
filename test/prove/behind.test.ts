import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addSeconds, type Instant, instantAt, localDate } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import { firingTimes, stepDate } from '#domain/plan/due-steps';
import type { Plan, Step } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { planRun } from '#flows/sending/plan-run';
import { watch } from '#flows/sending/watching/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../builders.ts';
import { aStage, cycleOf, edit, planWith, workOff } from '../unit/flows/given.ts';
import { settings } from '../unit/flows/settings.ts';

const month = '2026-11';
const begins = '2026-11-07T17:00:00.000Z';
const ends = '2026-12-03T17:00:00.000Z';
const roundSeconds = 7_200;

/** One in each zone who owes November and never pays. */
const workers = ['Jawa Tengah', 'Bali', 'Papua'].map((province, index) =>
  aWorker({
    workerId: `wrk_0000000000000000000${index}`,
    phone: `+62870000000${index}0`,
    province,
    cycle: cycleOf({}),
  }),
);

/** `after`: minutes since the beginning. An act makes the next plan from all so far. */
type Edit = Readonly<{ after: number; act: (plans: readonly Plan[]) => Partial<Plan> }>;

const ids = ['before', 'eve', 'after'] as const;
const toStep =
  (id: string, facts: (step: Step) => Partial<Step>): Edit['act'] =>
  (plans) => ({
    steps: (plans.at(-1)?.steps ?? []).map((step) =>
      step.id === id ? { ...step, ...facts(step) } : step,
    ),
  });

const stepId = fc.constantFrom(...ids);
const acts: fc.Arbitrary<Edit['act']> = fc.oneof(
  fc
    .tuple(stepId, fc.integer({ min: -9, max: 9 }))
    .map(([id, offsetDays]) => toStep(id, () => ({ offsetDays }))),
  fc
    .tuple(stepId, fc.constantFrom('08:00', '08:15', '09:00', '12:30', '19:45'))
    .map(([id, at]) => toStep(id, () => ({ at }))),
  stepId.map((id) => toStep(id, ({ enabled }) => ({ enabled: !enabled }))),
  fc.integer({ min: 9, max: 24 }).map((day) => () => ({
    holidays: { add: [`2026-11-${String(day).padStart(2, '0')}`], remove: [] },
  })),
  fc
    .constantFrom<Plan['quietDays']>([], ['sunday'], ['sunday', 'national-holiday'])
    .map((quietDays) => () => ({ quietDays })),
  fc.boolean().map((paused) => () => ({ paused })),
  fc.integer({ min: 0, max: 2 }).map((catchUpDays) => () => ({ catchUpDays })),
  // A version restored.
  fc.nat().map((nth) => (plans: readonly Plan[]) => ({ ...plans[nth % plans.length] })),
);
const edits = fc.array(fc.record({ after: fc.integer({ min: 0, max: 24_000 }), act: acts }), {
  minLength: 1,
  maxLength: 6,
});
const broken = fc.array(
  fc.tuple(fc.constantFrom('queue.put', 'slices.open', 'slices.save'), fc.nat(300)),
  {
    maxLength: 4,
  },
);

it('whatever is changed and whenever, each step that stays switched on leaves each worker one row, and at most one text', async () => {
  await fc.assert(
    fc.asyncProperty(edits, broken, async (edits, broken) => {
      const memory = await november(edits, broken);
      expect(textsOf(memory)).toEqual(rowsSentOf(memory));
      expect(missing(memory)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

async function november(
  edits: readonly Edit[],
  broken: readonly (readonly [string, number])[],
): Promise<InMemoryPorts> {
  const { memory, meanwhile } = aStage({ workers, plan: planWith(), now: begins });
  for (const zone of zones) memory.state.closed.set(zone, '2026-11-07');
  const todo = edits
    .map(({ after, act }) => ({ at: addSeconds(begins, after * 60), act }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  let round = 0;
  for (let now = begins; now < ends; now = addSeconds(now, roundSeconds), round++) {
    const next = addSeconds(now, roundSeconds);
    for (const { at, act } of todo.filter(({ at }) => now <= at && at < next)) {
      memory.state.now = at;
      edit(memory, act(memory.state.plans.map(({ plan }) => plan)));
    }
    memory.state.now = next;
    for (const [operation, nth] of broken)
      if (nth === round)
        meanwhile(operation, () => {
          throw new Error('broke off');
        });
    await Promise.all([
      fire(memory, now, next),
      watch(memory, settings),
      watch(memory, settings),
    ]).catch(brokeOff);
    await workOff(memory).catch(brokeOff);
  }
  return memory;
}

const brokeOff = (error: unknown): void => {
  if (!(error instanceof Error) || error.message !== 'broke off') throw error;
};

/** The schedules of the plan in force now whose times lay between the two. */
async function fire(memory: InMemoryPorts, from: Instant, to: Instant): Promise<void> {
  const plan = memory.state.plans.at(-1)?.plan;
  for (const zone of zones)
    for (const time of plan ? firingTimes(plan) : []) {
      const scheduledAt = instantAt(zone, localDate(zone, to), time);
      if (scheduledAt > from && scheduledAt <= to)
        await planRun({ zone, time, scheduledAt }, memory, settings);
    }
}

const textsOf = ({ state }: InMemoryPorts) => state.outbox.map(({ phone }) => phone).sort();

const rowsSentOf = ({ state }: InMemoryPorts) =>
  [...state.reminders.values()]
    .filter(({ status }) => status === 'sent')
    .map(({ workerId }) => state.workers.get(workerId)?.phone)
    .sort();

/** Who has no row of a step that was switched on all the time and whose day has passed. */
function missing({ state }: InMemoryPorts): readonly string[] {
  const plans = state.plans.map(({ plan }) => plan);
  const last = plans.at(-1);
  if (!last) return [];
  const owed = last.steps.filter(
    ({ id }) =>
      plans.every(({ steps }) => steps.some((step) => step.id === id && step.enabled)) &&
      ids.some((each) => each === id),
  );
  const rows = new Set([...state.reminders.values()].map((row) => `${row.workerId} ${row.step}`));
  return owed
    .filter((step) => stepDate(step, month, last, rulesOf(last, settings)) < '2026-12-01')
    .flatMap(({ id }) => workers.map(({ workerId }) => `${workerId} ${id}`))
    .filter((key) => !rows.has(key));
}
