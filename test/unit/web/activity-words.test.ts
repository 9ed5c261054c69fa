import { describe, expect, it } from 'vitest';
import { callTexts } from '#web/src/activity/call-texts';
import { activityTexts } from '#web/src/activity/texts';
import { trailTexts } from '#web/src/activity/trail-texts';

const worker = 'wrk_24d90000000000000000';

/** As the page reads a recorded trail. */
const of = (trail: Readonly<Record<string, unknown>>) => ({
  ...{ isDry: false, isPending: false },
  count: (name: string) => String(trail[name]),
  text: (name: string) => String(trail[name] ?? ''),
  month: (month: string) => `<${month}>`,
});

describe('what was seen to', () => {
  it.each([
    [
      'undelivered',
      `2026-11-11T02:00:00Z#${worker}#2026-11#before`,
      'SMS yang tidak sampai: <2026-11>',
    ],
    [
      'missed',
      '2026-11-11T02:00:00Z#run_WIB_2026-11-11_0900_before_2026-11#3',
      'SMS yang tidak sempat terkirim: <2026-11>',
    ],
    ['flagged', '2026-11-11T02:00:00Z#bank#P-2', 'Pembayaran yang ditandai: bank P-2'],
  ])('names the month of %s texts, and a payment, but no step, run or worker', (kind, id, said) => {
    const trail = of({ kind, ids: [id], count: 1 });
    expect(trailTexts.id['POST /api/attention/resolve']?.(trail)).toBe(said);
    expect(trailTexts.id['POST /api/attention/restore']?.(trail)).toBe(said);
  });

  it('is counted where it was several', () => {
    const trail = of({ kind: 'unknown', ids: ['a', 'b'], count: 2 });
    expect(trailTexts.en['POST /api/attention/restore']?.(trail)).toBe('Unknown text: 2');
  });
});

it('names the month whose books were closed, and of an unpaid list', () => {
  const said = { sent: '', on: { month: '2026-10' }, month: (month: string) => `<${month}>` };
  expect(callTexts.id['POST /api/closings'](said)).toBe('Menutup buku <2026-10>');
  expect(callTexts.en['POST /api/closings'](said)).toBe('Closed the books of <2026-10>');
  expect(trailTexts.id['GET /api/workers.csv']?.(of({ month: '2026-11', workers: 2 }))).toBe(
    '2 peserta, belum membayar sejak <2026-11>',
  );
});

it('counts one in English as one', () => {
  expect(trailTexts.en['POST /api/workers/{id}/stop']?.(of({ others: 1 }))).toBe(
    'Also 1 other with this phone',
  );
  expect(trailTexts.en['POST /api/workers/{id}/stop']?.(of({ others: 2 }))).toBe(
    'Also 2 others with this phone',
  );
  expect(activityTexts.en.more('1')).toBe('and 1 more worker');
  expect(activityTexts.en.unknownFields('1')).toBe('1 unknown field');
  expect(trailTexts.en['GET /api/workers.csv']?.(of({ month: '2026-11', workers: 1 }))).toBe(
    '1 worker who owes <2026-11>',
  );
});
