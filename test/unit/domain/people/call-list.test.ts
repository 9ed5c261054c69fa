import { describe, expect, it } from 'vitest';
import { provinces } from '#domain/calendar/provinces';
import { callListCsv } from '#domain/people/call-list/call-list-csv';
import type { Worker } from '#domain/people/worker';
import { workerView } from '#domain/people/worker-view';
import { aWorker, rules } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

const now = '2026-11-11T02:00:00.000Z';
const fileOf = (worker: Worker) =>
  callListCsv([workerView(worker, now, { plan, rules })], { now, isCut: false });
const lineOf = (worker: Worker): string => fileOf(worker).split('\r\n')[1] ?? '';

describe('a line of a call list', () => {
  it('takes at most 1 KB of an answer, however long all that it says is', () => {
    const longest = provinces.toSorted((a, b) => b.length - a.length)[0] ?? '';
    for (const letter of ['\u1B05', '"', ';']) {
      const worker = aWorker({
        ...{ name: letter.repeat(100), group: letter.repeat(100), province: longest },
        ...{ phone: '+628123456789012', income: 1_000_000_000, coveredThrough: '2020-01' },
      });
      // As Lambda answers, in JSON.
      expect(Buffer.byteLength(JSON.stringify(lineOf(worker)))).toBeLessThan(1_024);
    }
  });

  it.each<[string, Partial<Worker>, string]>([
    ['nobody has asked', {}, 'tidak'],
    ['somebody wants none', { stopped: { until: null } }, 'ya'],
    ['somebody wants none until tomorrow', { stopped: { until: '2026-11-12' } }, 'ya'],
    ['somebody wanted none until today', { stopped: { until: '2026-11-11' } }, 'tidak'],
    ['somebody without a phone wants none', { stopped: { until: null }, phone: null }, 'ya'],
  ])('says whether texts are stopped: %s', (_, facts, says) => {
    expect(lineOf(aWorker(facts)).split(';')[9]).toBe(says);
  });

  it('of who has lapsed names the month that would be paid, and when membership lapsed', () => {
    const cells = lineOf(aWorker({ coveredThrough: '2026-05' })).split(';');
    expect(cells.slice(4, 9)).toEqual(['Nonaktif', '8400', '2026-11', '2026-06-15', '2026-09-01']);
  });
});
