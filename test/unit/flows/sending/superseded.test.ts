import { expect, test } from 'vitest';
import type { Worker } from '#domain/people/worker';
import type { Step } from '#domain/plan/plan';
import { planRun } from '#flows/sending/plan-run';
import { watch } from '#flows/sending/watching/watchdog';
import { aWorker } from '../../../builders.ts';
import { stepOf } from '../../../plan.ts';
import { aStage, cycleOf, outcomeOf, planWith, workOff } from '../given.ts';
import { settings } from '../settings.ts';

/**
 * November is due on Monday 16. The first step is planned for Saturday 14; the second, for Sunday
 * 15, leaves on Saturday, too.
 */
const first = { ...stepOf('before'), offsetDays: -2, at: '09:00' };
const second = { ...stepOf('eve'), offsetDays: -1, at: '10:00' };
const [nine, ten] = ['2026-11-14T02:00:00.000Z', '2026-11-14T03:00:00.000Z'];

const saturday = async (worker: Partial<Worker>, steps: readonly Step[]) => {
  const { memory } = aStage({
    ...{ workers: [aWorker(worker)], plan: { ...planWith(), steps: [...steps] } },
    now: nine,
  });
  memory.state.closed.set('Asia/Jakarta', '2026-11-13');
  for (const [time, scheduledAt] of [['09:00', nine] as const, ['10:00', ten] as const]) {
    memory.state.now = scheduledAt;
    await planRun({ zone: 'Asia/Jakarta', time, scheduledAt }, memory, settings);
    await workOff(memory);
  }
  return memory;
};

const heldOut = { cycle: cycleOf({ heldOut: true }) };
const forAll = { toHeldOut: true };

test.each<[string, Partial<Worker>, readonly Step[], readonly [string | undefined, string]]>([
  ['gets the one planned later, and a row for each', {}, [first, second], ['superseded', 'sent']],
  [
    'gets it though it leaves earlier on that day',
    {},
    [
      { ...first, at: '10:00' },
      { ...second, at: '09:00' },
    ],
    ['superseded', 'sent'],
  ],
  [
    'gets both where both are planned for Sunday the 15th',
    {},
    [{ ...first, offsetDays: -1 }, second],
    ['sent', 'sent'],
  ],
  [
    'who is held out gets the earlier one, where only that is for them',
    heldOut,
    [{ ...first, ...forAll }, second],
    ['sent', 'held-out'],
  ],
  [
    'who is held out gets the later one, where only that is for them',
    heldOut,
    [first, { ...second, ...forAll }],
    ['held-out', 'sent'],
  ],
  [
    'who is held out gets the later one, where both are for them',
    heldOut,
    [
      { ...first, ...forAll },
      { ...second, ...forAll },
    ],
    ['superseded', 'sent'],
  ],
  [
    'who is reminded gets the later one, though only the earlier is for those held out',
    {},
    [{ ...first, ...forAll }, second],
    ['superseded', 'sent'],
  ],
  [
    'gets the earlier one, where the later is switched off',
    {},
    [first, { ...second, enabled: false }],
    ['sent', 'none'],
  ],
  [
    'who came after the hour of the later one gets the earlier one',
    { cycle: cycleOf({ began: '2026-11-14T02:30:00.000Z' }) },
    [
      { ...first, at: '10:00' },
      { ...second, at: '09:00' },
    ],
    ['sent', 'none'],
  ],
  [
    'who asked for no texts has that as the reason for both',
    { stopped: { until: null } },
    [first, second],
    ['stopped', 'stopped'],
  ],
])('a worker for whom quiet days put two steps on one day %s', async (_, worker, steps, became) => {
  const memory = await saturday(worker, steps);
  const rows = ['before', 'eve'].map((step) => outcomeOf(memory, aWorker(), step) ?? 'none');
  expect(rows.map((row) => row.replace('skipped: ', ''))).toEqual(became);
  expect(memory.state.outbox).toHaveLength(became.filter((each) => each === 'sent').length);
});

test('the run of the step that was not sent shows why, and nobody is missed', async () => {
  const memory = await saturday({}, [first, second]);
  expect([...memory.state.slices.values()].map(({ step, counts }) => [step, counts])).toEqual([
    ['before', { skipped: { superseded: 1 } }],
    ['eve', { sent: 1 }],
  ]);
});

test('after an outage over both, only the later one was missed', async () => {
  const { memory } = aStage({
    plan: { ...planWith(), steps: [first, second] },
    now: '2026-11-17T02:00:00.000Z',
  });
  memory.state.closed.set('Asia/Jakarta', '2026-11-13');
  await watch(memory, settings);
  await workOff(memory);
  expect(['before', 'eve'].map((step) => outcomeOf(memory, aWorker(), step))).toEqual([
    'skipped: superseded',
    'missed',
  ]);
});
