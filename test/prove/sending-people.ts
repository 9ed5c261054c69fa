import { aWorker } from '../builders.ts';

export const siti = aWorker({
  workerId: 'wrk_00000000000000000001',
  name: 'Siti Aminah',
  phone: '+6287000000001',
  coveredThrough: '2026-10',
});
export const sri = aWorker({
  workerId: 'wrk_00000000000000000002',
  name: 'Sri Hartati',
  phone: '+6287000000002',
  coveredThrough: '2026-10',
});
/** In the other of two shards. */
export const sariElsewhere = aWorker({
  workerId: 'wrk_00000001000000000003',
  name: 'Sari Wulandari',
  phone: '+6287000000003',
  coveredThrough: '2026-10',
});
