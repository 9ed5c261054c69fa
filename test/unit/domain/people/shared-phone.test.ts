import { expect, it } from 'vitest';
import { toStop } from '#domain/people/shared-phone';
import type { Worker } from '#domain/people/worker';
import { aWorker } from '../../../builders.ts';

/** Wednesday 11 November 2026, 23:30 in Jakarta: Thursday already in Papua. */
const at = '2026-11-11T16:30:00.000Z';

it.each<[string, Worker['stopped'], string | null, string, boolean]>([
  ['who is texted', null, null, 'Bali', true],
  ['who is texted, until a day', null, '2026-11-20', 'Bali', true],
  ['who is stopped until a day, for good', { until: '2026-11-20' }, null, 'Bali', true],
  ['who is stopped for less', { until: '2026-11-20' }, '2026-11-21', 'Bali', true],
  ['who is stopped as long', { until: '2026-11-20' }, '2026-11-20', 'Bali', false],
  ['who is stopped longer', { until: '2026-11-20' }, '2026-11-19', 'Bali', false],
  ['who is stopped for good', { until: null }, null, 'Bali', false],
  ['who is stopped for good, until a day', { until: null }, '2026-11-20', 'Bali', false],
  ['for whom the day is still to come', null, '2026-11-12', 'Jawa Tengah', true],
  ['for whom the day has begun, further east', null, '2026-11-12', 'Papua', false],
])('%s', (_, stopped, until, province, isStopped) => {
  const sharing = [aWorker({ stopped, province })];
  expect(toStop(sharing, until, at)).toEqual(isStopped ? sharing : []);
});
