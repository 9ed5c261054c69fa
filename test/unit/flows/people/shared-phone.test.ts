import { describe, expect, it } from 'vitest';
import type { Worker } from '#domain/people/worker';
import { correctWorker, stopTexts } from '#flows/people/change-worker';
import { stopSharing } from '#flows/people/shared-phone';
import { showWorker } from '#flows/people/show-worker';
import { aWorker } from '../../../builders.ts';
import { aStage, by, workersNamed } from '../given.ts';
import { settings } from '../settings.ts';

const under = { ...settings, shards: 4 };

const siti = aWorker();

describe('a phone that several share', () => {
  const village: readonly Worker[] = workersNamed(25).map((each) => ({
    ...each,
    phone: '+6287000000042',
  }));
  const [first = siti, second = siti] = village;

  it('is said to be that of the others: how many, and the first twenty', async () => {
    const { memory } = aStage({ workers: village });
    const { sharing } = await showWorker(first.workerId, memory, under);
    expect(sharing.count).toBe(24);
    expect(sharing.items).toHaveLength(20);
    expect(sharing.items[0]).toEqual({
      ...{ workerId: second.workerId, name: second.name, stopped: null },
    });
  });

  it('is not that of who has another one by now, though the index still has them', async () => {
    const { memory, meanwhile } = aStage({ workers: village.slice(0, 3) });
    meanwhile('workers.get', () =>
      correctWorker(second.workerId, { phone: '+6287000000077' }, by, memory, settings),
    );
    const { sharing } = await showWorker(first.workerId, memory, under);
    expect(sharing.items).toHaveLength(1);
  });

  it('is shared with nobody where there is none', async () => {
    const { memory } = aStage({
      workers: [
        { ...first, phone: null },
        { ...second, phone: null },
      ],
    });
    expect((await showWorker(first.workerId, memory, under)).sharing).toEqual({
      ...{ count: 0, items: [] },
    });
  });

  it('is stopped for all of them, each with the change in their timeline; again changes nothing', async () => {
    const { memory } = aStage({ workers: village });
    const stopped = await stopTexts(first.workerId, null, by, memory);
    expect(await stopSharing(stopped, null, by, memory)).toBe(24);
    expect(await stopSharing(stopped, null, by, memory)).toBe(0);
    for (const { workerId } of village) {
      const { worker, timeline } = await showWorker(workerId, memory, under);
      expect(worker.stopped).toEqual({ until: null });
      expect(timeline).toMatchObject([{ kind: 'change', what: 'stopped', by: by.by }]);
    }
  });
});
