import { expect, it } from 'vitest';
import { identity } from '#aws/people/identity';
import { beginCycle } from '#domain/people/cycles/next-cycle';
import { cast, nikSecret } from '#local/demo/demo';
import { aWorker } from '../../builders.ts';

const { workerIdOf } = identity(nikSecret);

it.each(
  Object.entries(cast).flatMap(([name, nik]) =>
    ['2026-10', '2026-11', '2026-12'].map((coveredThrough) => ({ name, nik, coveredThrough })),
  ),
)(
  '$name, of whom the demo tells, is not held out after $coveredThrough',
  ({ nik, coveredThrough }) => {
    const worker = aWorker({ workerId: workerIdOf(nik), coveredThrough });
    const beginning = { at: '2026-10-01T01:00:00Z', origin: 'joined' } as const;
    expect(beginCycle(worker, beginning, { holdoutPercent: 10, onlyTo: null })).toMatchObject({
      textable: true,
      heldOut: false,
    });
  },
);
