import { describe, expect, test } from 'vitest';
import { type ClosedCycle, type Cycle, endedOn, leaving } from '#domain/people/cycles/cycle';
import { beginCycle, closeCycle, cycleAfter } from '#domain/people/cycles/next-cycle';
import type { Worker } from '#domain/people/worker';
import { aWorker } from '../../../builders.ts';

const at = '2026-11-11T02:00:00.000Z';
const everybody = { holdoutPercent: 100, onlyTo: null };
const nobody = { holdoutPercent: 0, onlyTo: null };
const idOf = (index: number): string => `wrk_${index.toString(16).padStart(20, '0')}`;

describe('who is held out', () => {
  const drawn = (worker: Worker, percent = 10) =>
    beginCycle(worker, { at, origin: 'renewed' }, { holdoutPercent: percent, onlyTo: null });

  test('is drawn by worker and month, always the same, in the share the plan says', () => {
    const workers = Array.from({ length: 20_000 }, (_, index) =>
      aWorker({ workerId: idOf(index) }),
    );
    const heldOut = workers.filter((worker) => drawn(worker).heldOut);
    expect(heldOut.every((worker) => drawn({ ...worker, name: 'Other', rev: 9 }).heldOut)).toBe(
      true,
    );
    // 2,000 expected, standard deviation 42: five of them either way.
    expect(Math.abs(heldOut.length - 2_000)).toBeLessThan(210);
    const again = heldOut.filter(
      (worker) => drawn({ ...worker, coveredThrough: '2026-11' }).heldOut,
    );
    // November and December are drawn independently: 200 expected of 2,000, standard deviation 13.
    expect(Math.abs(again.length - heldOut.length / 10)).toBeLessThan(70);
  });

  test('with another share is nobody else: who is held out at 10 % is at 20 %', () => {
    const workers = Array.from({ length: 500 }, (_, index) => aWorker({ workerId: idOf(index) }));
    expect(workers.filter((worker) => drawn(worker).heldOut && !drawn(worker, 20).heldOut)).toEqual(
      [],
    );
  });

  test.each<[string, Partial<Worker>, string[] | null, boolean]>([
    ['can be texted', {}, null, true],
    ['has no phone', { phone: null }, null, false],
    ['has a dead number', { phoneFailures: 2 }, null, false],
    ['wants no texts', { stopped: { until: null } }, null, false],
    ['wants none until tomorrow', { stopped: { until: '2026-11-12' } }, null, false],
    ['wanted none until today', { stopped: { until: '2026-11-11' } }, null, true],
    ['is on the list', {}, ['+6287000000000'], true],
    ['is not on the list', {}, ['+6287000000009'], false],
  ])('who %s', (_, facts, onlyTo, textable) =>
    expect(
      beginCycle(aWorker(facts), { at, origin: 'joined' }, { ...everybody, onlyTo }),
    ).toMatchObject({ textable, heldOut: textable }),
  );
});

describe('a cycle that ends', () => {
  test('says how it was and when it ended, and nothing that tells who it was but the id', () => {
    const [closed] = closeCycle(aWorker(), {
      on: '2026-11-11',
      by: 'payment',
      months: ['2026-11'],
      payment: 'pay_bank_1',
    });
    expect(closed).toEqual({
      ...{
        workerId: aWorker().workerId,
        province: 'Jawa Tengah',
        sector: 'other',
        language: 'id',
        income: 1_000_000,
        jht: false,
        memberSince: null,
      },
      ...{
        month: '2026-11',
        began: '2026-10-01T00:00:00.000Z',
        since: '2026-10-01',
        origin: 'joined',
        textable: true,
        heldOut: false,
        holdoutPercent: 0,
        past: '',
      },
      end: { on: '2026-11-11', by: 'payment', months: ['2026-11'], payment: 'pay_bank_1' },
      voided: false,
    });
  });

  test('does not end before it began', () =>
    expect(closeCycle(aWorker(), leaving('2026-09-01')).map(endedOn)).toEqual(['2026-10-01']));

  test('is none where the worker is in no cohort', () => {
    expect(closeCycle(aWorker({ governmentPaid: true }), leaving('2026-11-11'))).toEqual([]);
    expect(
      closeCycle(aWorker({ ended: { on: '2026-11-01', reason: 'died' } }), leaving('2026-11-11')),
    ).toEqual([]);
  });
});

describe('new facts about a worker (Wednesday 11 November 2026)', () => {
  const ended = { on: '2026-11-03', reason: 'died' } as const;
  const line = ({ month, since, end }: ClosedCycle) =>
    `${month} since ${since}: ${[end.by, ...end.months].join(' ')} on ${endedOn({ end, since })}`;

  test.each<[string, Partial<Worker>, Partial<Worker>, readonly string[], string]>([
    ['a name: nothing', {}, { name: 'Other' }, [], '2026-11 since 2026-10-01, joined'],
    [
      'they died',
      {},
      { ended },
      ['2026-11 since 2026-10-01: left on 2026-11-03'],
      '2026-11 since 2026-10-01, returned',
    ],
    [
      'a budget pays',
      {},
      { governmentPaid: true },
      ['2026-11 since 2026-10-01: left on 2026-11-11'],
      '2026-11 since 2026-10-01, returned',
    ],
    ['they are back', { ended }, { ended: null }, [], '2026-11 since 2026-11-11, joined'],
    [
      'no budget pays any more',
      { governmentPaid: true },
      { governmentPaid: false },
      [],
      '2026-11 since 2026-11-11, joined',
    ],
    [
      'the roster is ahead',
      {},
      { coveredThrough: '2026-12' },
      ['2026-11 since 2026-10-01: roster 2026-11 2026-12 on 2026-11-11'],
      '2027-01 since 2026-11-11, renewed',
    ],
    [
      'ahead, and they died',
      {},
      { coveredThrough: '2026-11', ended },
      [
        '2026-11 since 2026-10-01: roster 2026-11 on 2026-11-11',
        '2026-12 since 2026-11-11: left on 2026-11-11',
      ],
      '2026-12 since 2026-11-11, returned',
    ],
    [
      'ahead, of somebody who had left',
      { ended },
      { coveredThrough: '2026-11', ended: null },
      [],
      '2026-12 since 2026-11-11, joined',
    ],
    [
      'ahead, of somebody a budget pays for',
      { governmentPaid: true },
      { coveredThrough: '2026-11' },
      [],
      '2026-12 since 2026-11-11, joined',
    ],
  ])('%s', (_, before, change, closed, open) => {
    const known = aWorker(before);
    const after = cycleAfter(known, { ...known, ...change }, at, nobody);
    const { month, since, origin } = after.worker.cycle;
    expect([after.closed.map(line), `${month} since ${since}, ${origin}`]).toEqual([closed, open]);
  });

  const budget = { governmentPaid: true };
  test.each<[string, readonly Partial<Worker>[], Cycle['origin']]>([
    ['from a budget that paid from the start', [{ governmentPaid: false }], 'joined'],
    [
      'after no month was bought',
      [{ governmentPaid: false }, budget, { governmentPaid: false }],
      'returned',
    ],
    [
      'after the budget bought November',
      [{ governmentPaid: false }, budget, { coveredThrough: '2026-11' }, { governmentPaid: false }],
      'joined',
    ],
  ])('who comes back %s counts as %s', (_, changes, origin) => {
    let worker = aWorker(budget);
    for (const change of changes)
      worker = cycleAfter(worker, { ...worker, ...change }, at, nobody).worker;
    expect(worker.cycle.origin).toBe(origin);
  });
});
