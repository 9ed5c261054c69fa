import { workerStore } from '#aws/people/worker-store';
import { stageSettings, tableName } from '#local/environment';
import type { CallFault } from '#local/faults';
import { aPerson } from '#local/made-up';
import { asAdmin } from '../../stage/calls.ts';
import type { TestStage } from '../../stage/stage.ts';
import { many, type Trial } from './trial.ts';

/** A worker's row is written while the counting cannot be called, for so long. */
const uncounted =
  (kind: CallFault, count: number, duration: string) =>
  async (stage: TestStage): Promise<void> => {
    await stage.faults({ lambda: [{ handler: 'tally', kind, count }] });
    const { workerId } = await stage.worker(aPerson(1).nik);
    await stage.ask('POST', `/api/workers/${workerId}/stop`, asAdmin({}));
    await stage.clockBy(duration);
    await stage.faults({ lambda: [] });
    await stage.ask('DELETE', `/api/workers/${workerId}/stop`, asAdmin());
  };

export const countingTrials: readonly Trial[] = [
  {
    cause: 'the counting fails once',
    make: uncounted('fail', 1, 'PT1M'),
    rings: ['RenewalstallyAlarm'],
  },
  {
    cause: 'the counting has no concurrency once',
    make: uncounted('throttle', 1, 'PT1M'),
    rings: ['RenewalstallyThrottled'],
  },
  {
    cause: 'the counting fails for twenty minutes',
    make: uncounted('fail', many, 'PT20M'),
    rings: ['RenewalsBehind', 'RenewalstallyAlarm'],
  },
  {
    cause: 'the counting fails until the stream forgets what was not counted',
    make: uncounted('fail', many, 'PT25H'),
    rings: ['RenewalsBehind', 'RenewalsDeadLettersAlarm', 'RenewalstallyAlarm'],
  },
  {
    cause: 'nothing reads the stream of the table',
    async make(stage) {
      await stage.faults({ mappings: { off: ['tally'] } });
      await stage.clockBy('PT195M');
      await stage.faults({ mappings: { off: [] } });
    },
    rings: ['RenewalsTallySilent'],
  },
  {
    cause: 'an erasure breaks off after the first of its two writes',
    async make(stage) {
      const { workerId } = await stage.worker(aPerson(2).nik);
      const { now } = await stage.ask<{ now: string }>('GET', '/_local/clock');
      const { shards } = stageSettings;
      await workerStore({ client: stage.table(), tableName, shards }).erase(workerId, now);
      await stage.clockBy('PT20M');
    },
    rings: ['Countserasuresfinished'],
  },
];
