import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Key, keys } from '#table';

const month = '2026-11';
const at = '2026-11-11T02:00:00.000Z';
const zone = 'Asia/Jakarta';

/** One of each. A key that is added to functions/table.ts does not compile until it stands here. */
const rows: Readonly<Record<keyof typeof keys, Key>> = {
  layout: keys.layout,
  worker: keys.worker('wrk_1'),
  reminder: keys.reminder({ workerId: 'wrk_1', month, step: 'before' }),
  paymentOfWorker: keys.paymentOfWorker('wrk_1', '2026-11-11', 'bank#1'),
  waiting: keys.waiting('wrk_1'),
  cycle: keys.cycle({ workerId: 'wrk_1', month, began: at }),
  change: keys.change('wrk_1', at, 'id'),
  recordedPayment: keys.recordedPayment('2026-11-11', at, 'bank#1'),
  lateBooking: keys.lateBooking(month, at, 'bank#1#recorded'),
  closing: keys.closing(month),
  payment: keys.payment('bank', '1'),
  confirmation: keys.confirmation({ zone, month, shard: 0 }, 'wrk_1'),
  relocation: keys.relocation({ zone, at, workerId: 'wrk_1' }),
  attention: keys.attention('unknown', at, 'id'),
  import: keys.import('imp_1'),
  piece: keys.piece('imp_1', 0),
  listedImport: keys.listedImport('workers', at, 'imp_1'),
  currentPlan: keys.currentPlan,
  planVersion: keys.planVersion(1),
  slice: keys.slice({ zone, date: '2026-11-11', time: '09:00', step: 'before', month, shard: 0 }),
  closed: keys.closed(zone),
  trial: keys.trial({ date: '2026-11-11', step: 'before', text: '0123456789ab' }),
  sample: keys.sample(at, 'id'),
  awaitedReceipts: keys.awaitedReceipts,
  pulse: keys.pulse,
  rateLimit: keys.rateLimit(1_794_362_400),
  budget: keys.budget(month),
  counter: keys.counter('province.3', '2026-11#province#Bali#2026-11-12#paid.early'),
  keptCounter: keys.keptCounter('sector.1', '2026-11#sector#other#2026-11-12#text.before'),
  tallied: keys.tallied('shardId-1', 'province.3'),
  firstImport: keys.firstImport,
  hold: keys.hold,
  audit: keys.audit('2026-11-11', at, 'id'),
  unswept: { pk: 'UNSWEPT', sk: 'wrk_0123456789abcdef0123' },
};

/** The first two cells of each line of the table of rows: what stands there in backticks. */
const named = [
  ...readFileSync('docs/how-data-flows.md', 'utf8').matchAll(/^\| (`[A-Z].*?) \| (.+?) \|/gm),
].map(([, pk = '', sk = '']) => ({ pk: patternsIn(pk), sk: patternsIn(sk) }));

describe('docs/how-data-flows.md names the rows of the table, and no others', () => {
  it.each(Object.entries(rows))('%s', (_, row) => {
    expect(named.some((line) => isNamed(row, line))).toBe(true);
  });

  it.each(named)('$pk $sk', (line) => {
    expect(Object.values(rows).some((row) => isNamed(row, line))).toBe(true);
  });
});

const isNamed = (row: Key, { pk, sk }: (typeof named)[number]): boolean =>
  pk.some((one) => one.test(row.pk)) && sk.some((one) => one.test(row.sk));

/** `<…>` and `…` stand for anything. */
function patternsIn(cell: string): readonly RegExp[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(
    ([, name = '']) => new RegExp(`^${name.replace(/<[^>]+>|…/g, '.+')}$`),
  );
}
