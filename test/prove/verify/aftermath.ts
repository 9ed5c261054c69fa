import { copy, type Evidence, type Item, rowWhere, textIn } from './planting.ts';

export const erasedAt = (at: string): Item => ({
  ...{ pk: { S: `WRK#${nobody}` }, sk: { S: 'WRK' }, erasedAt: { S: at } },
});
const nobody = 'wrk_00000000000000000000';

export function spendMore(evidence: Evidence): void {
  const budget = rowWhere(evidence, 'SMS', ({ pk }) => pk?.S === 'BUDGET#2026-11');
  budget.spent = { N: String(Number(budget.spent?.N) + 2_640) };
}

export function countMore(evidence: Evidence): void {
  const slice = rowWhere(evidence, '09:00#before', ({ counts }) => !!counts?.M?.sent);
  if (slice.counts?.M) slice.counts.M.sent = { N: String(Number(slice.counts.M.sent?.N) + 1) };
}

/** What somebody is shown of one who was missed in a run of that day. */
export const missedOn = (date: string): Item => {
  const [run, at] = [`run_WIB_${date}_0900_before_${date.slice(0, 7)}`, `${date}T02:00:00.000Z`];
  return {
    ...{ pk: { S: 'ATTENTION#missed#0' }, sk: { S: `${at}#${run}#0` }, at: { S: at } },
    ...{ runId: { S: run }, count: { N: '1' } },
  };
};

/** Workers whose rows went after they had been counted. */
export function eraseSomebody(evidence: Evidence): void {
  spendMore(evidence);
  countMore(evidence);
  evidence.rows.push(missedOn('2026-11-10'), erasedAt('2026-11-20T02:00:00.000Z'));
}

/** What is left of a month 14 months ago: its texts, and items of them, have expired. */
export function keepOldMonth(evidence: Evidence): void {
  const [month, date, at] = ['2025-10', '2025-10-10', '2025-10-10T02:00:00.000Z'];
  const budget = rowWhere(evidence, 'SMS', ({ pk }) => pk?.S === 'BUDGET#2026-11');
  const slice = rowWhere(evidence, '09:00#before', ({ counts }) => !!counts?.M?.sent);
  const unknown = rowWhere(
    evidence,
    '',
    ({ pk }) => pk?.S?.startsWith('ATTENTION#unknown') ?? false,
  );
  const [, zone = ''] = textIn(slice, 'pk').split('#');
  evidence.rows.push(
    { ...copy(budget), pk: { S: `BUDGET#${month}` } },
    {
      ...copy(slice),
      ...{ pk: { S: `RUN#${zone}#${date}` }, date: { S: date }, month: { S: month } },
    },
    // DynamoDB removes what has expired within days, and not all at once.
    { ...copy(unknown), sk: { S: `${at}#${nobody}#${month}#before` }, at: { S: at } },
    missedOn(date),
  );
}
