import type { Scenario } from './interleave.ts';
import { cast, settleAll } from './sending-actors.ts';
import { sariElsewhere, siti, sri } from './sending-people.ts';
import { broken } from './sending-promise.ts';
import { beyondTrial } from './sending-trial.ts';
import { makeWorld, plannedWith, type Setting } from './sending-world.ts';

type Names = keyof ReturnType<typeof cast>;

const scenario = (
  name: string,
  names: readonly Names[],
  bounds: Pick<Scenario, 'switches' | 'crashes'>,
  setting: Setting = {},
): Scenario => {
  const { workers = [siti], budget = null, shards = 1, onlyTo = null } = setting;
  const begun = { ...setting, planned: plannedWith(budget, shards, onlyTo) };
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
          return [...broken(made, workers, budget), ...beyondTrial(made.log, setting.trial)];
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
    'a list of phones is taken off',
    ['first', 'later', 'listOff'],
    { switches: 1, crashes: 1 },
    { workers: [siti, sri], onlyTo: [sri.phone ?? ''] },
  ),
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
  scenario(
    'two slices, and money for one text',
    ['first', 'other'],
    { switches: 2, crashes: 1 },
    { workers: [siti, sariElsewhere], shards: 2, budget: 3_000 },
  ),
  scenario(
    'two slices, and money for one text, which is refused',
    ['first', 'other'],
    { switches: 2, crashes: 1 },
    {
      ...{ workers: [siti, sariElsewhere], shards: 2, budget: 3_000 },
      answers: [{ status: 'refused' }],
    },
  ),
  scenario(
    'two slices, and allowances for more than their texts',
    ['first', 'other', 'later'],
    { switches: 1, crashes: 1 },
    { workers: [siti, sariElsewhere], shards: 2, budget: 1_000_000 },
  ),
  scenario(
    'two workers, and one ticket of the trial',
    ['first', 'later'],
    { switches: 1, crashes: 1 },
    { workers: [siti, sri], trial: { taken: 49, sent: 49 } },
  ),
  scenario(
    'two slices, and one ticket of the trial',
    ['first', 'other'],
    { switches: 2, crashes: 1 },
    { workers: [siti, sariElsewhere], shards: 2, trial: { taken: 49, sent: 49 } },
  ),
  scenario(
    'the last text of a bad trial, and a person lets the step go on',
    ['first', 'other', 'word'],
    { switches: 1, crashes: 1 },
    {
      ...{ workers: [siti, sariElsewhere], shards: 2 },
      ...{ trial: { taken: 49, sent: 47, failed: 2 }, answers: [{ status: 'refused' }] },
    },
  ),
  scenario(
    'a step has halted, and its text is corrected',
    ['first', 'newText'],
    { switches: 1, crashes: 1 },
    { trial: { taken: 50, sent: 47, failed: 3 } },
  ),
];
