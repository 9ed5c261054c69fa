import { copy, type Evidence, type Item, rowWhere, textIn, without, workerOf } from './planting.ts';

/** `found`: a word of the promise that is broken. Answers whose it is, where it is somebody's. */
type Plant = Readonly<{
  fault: string;
  found: RegExp;
  plant: (evidence: Evidence) => Item | null;
}>;

const sent = (row: Item): boolean => ['sent', 'delivered'].includes(textIn(row, 'status'));
/** Far from the ends of the month that the carrier's log is asked about. */
const inMonth = (row: Item): boolean => textIn(row, 'claimedAt').startsWith('2026-11-1');
/** Of whose text nobody knows whether it left: a second one of theirs may be that. */
const isInDoubt = ({ rows }: Evidence, row: Item): boolean =>
  rows.some(({ pk, status }) => pk?.S === textIn(row, 'pk') && status?.S === 'unknown');
const isSample = (row: Item): boolean =>
  textIn(row, 'pk') === 'SAMPLE' && row.messageId?.S !== undefined;
const skippedFor = (reason: string) => (row: Item) => textIn(row, 'reason') === reason;
const later = (row: Item, name: string, hours: number): void => {
  row[name] = { S: new Date(Date.parse(textIn(row, name)) + hours * 3_600_000).toISOString() };
};
const nextMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1))
    .toISOString()
    .slice(0, 7);

const erasedAt = (at: string): Item => ({
  ...{ pk: { S: `ERASED#${nobody}` }, sk: { S: 'ERASED' }, at: { S: at } },
});
const nobody = 'wrk_00000000000000000000';

function spendMore(evidence: Evidence): void {
  const budget = rowWhere(evidence, 'SMS', ({ pk }) => pk?.S === 'BUDGET#2026-11');
  budget.spent = { N: String(Number(budget.spent?.N) + 2_640) };
}

function countMore(evidence: Evidence): void {
  const slice = rowWhere(evidence, '09:00#before', ({ counts }) => !!counts?.M?.sent);
  if (slice.counts?.M) slice.counts.M.sent = { N: String(Number(slice.counts.M.sent?.N) + 1) };
}

/** What somebody is shown of one who was missed in a run of that day. */
const missedOn = (date: string): Item => {
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

export const plants: readonly [Plant, ...Plant[]] = [
  {
    fault: 'a text that left twice',
    found: /carrier knows/,
    plant: (evidence) => {
      const row = rowWhere(
        evidence,
        'REM#',
        (each) => sent(each) && inMonth(each) && !isInDoubt(evidence, each),
      );
      const record = evidence.log.find(
        ({ notification }) => notification.messageId === textIn(row, 'messageId'),
      );
      if (!record) throw new Error('The log does not have the text');
      const again = copy(record);
      again.notification.messageId = 'b5c1e6a8-0000-4000-8000-000000000001';
      evidence.log.push(again);
      return row;
    },
  },
  {
    fault: 'a sample that nobody has written down',
    found: /carrier knows/,
    plant: (evidence) => {
      without(evidence, rowWhere(evidence, '', isSample));
      return null;
    },
  },
  {
    fault: 'a sample that nobody has paid for',
    found: /budget says is spent/,
    plant: (evidence) => {
      evidence.rows.push({ ...copy(rowWhere(evidence, '', isSample)), sk: { S: 'another' } });
      return null;
    },
  },
  {
    fault: 'two rows with the id of one text',
    found: /carrier knows/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', sent);
      const other = rowWhere(evidence, 'REM#', (each) => sent(each) && each !== row);
      other.messageId = copy(row.messageId ?? { S: '' });
      return null;
    },
  },
  {
    fault: 'a row twice',
    found: /there once/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', sent);
      evidence.rows.push(copy(row));
      return row;
    },
  },
  {
    fault: 'a row that was lost',
    found: /who owed a month/,
    plant: (evidence) => {
      const row = rowWhere(
        evidence,
        'REM#',
        (each) =>
          skippedFor('held-out')(each) &&
          textIn(workerOf(evidence, each), 'coveredThrough') < textIn(each, 'month'),
      );
      without(evidence, row);
      return row;
    },
  },
  {
    fault: 'a text after its payment',
    found: /after the payment/,
    plant: (evidence) => {
      const row = rowWhere(
        evidence,
        'REM#',
        (each) =>
          sent(each) && textIn(workerOf(evidence, each), 'coveredThrough') >= textIn(each, 'month'),
      );
      later(row, 'claimedAt', 24 * 20);
      return row;
    },
  },
  {
    fault: 'a month too many',
    found: /Months covered/,
    plant: (evidence) => {
      const worker = workerOf(evidence, rowWhere(evidence, 'CYC#'));
      worker.coveredThrough = { S: nextMonth(textIn(worker, 'coveredThrough')) };
      return worker;
    },
  },
  {
    fault: 'a month too many, with its cycle',
    found: /Months covered/,
    plant: (evidence) => {
      const worker = workerOf(evidence, rowWhere(evidence, 'CYC#'));
      const through = nextMonth(textIn(worker, 'coveredThrough'));
      worker.coveredThrough = { S: through };
      if (worker.cycle?.M) worker.cycle.M.month = { S: nextMonth(through) };
      return worker;
    },
  },
  {
    fault: 'credit out of nothing',
    found: /All money/,
    plant: (evidence) => {
      const worker = rowWhere(evidence, 'WRK', ({ credit }) => credit?.N === '0');
      worker.credit = { N: '1000' };
      return worker;
    },
  },
  {
    fault: 'money booked at another price',
    found: /All money/,
    plant: (evidence) => {
      const payment = rowWhere(evidence, 'PAY#');
      payment.price = { N: '8300' };
      workerOf(evidence, payment).credit = { N: '100' };
      return payment;
    },
  },
  {
    fault: 'a payment that nobody has',
    found: /All money/,
    plant: (evidence) => {
      const payment = rowWhere(evidence, 'PAY#');
      without(evidence, payment);
      return payment;
    },
  },
  {
    fault: 'a payment that its day shows as another sum',
    found: /list of its day/,
    plant: (evidence) => {
      const listed = rowWhere(evidence, '20', ({ pk }) => pk?.S?.startsWith('RECORDED#') ?? false);
      listed.amount = { N: '1' };
      return null;
    },
  },
  {
    fault: 'a counter of a cohort that is one too high',
    found: /counter of a cohort/,
    plant: (evidence) => {
      const counter = rowWhere(
        evidence,
        '20',
        ({ pk }) => pk?.S?.startsWith('COUNT#province.') ?? false,
      );
      const name = Object.keys(counter).find((each) => each.endsWith('.n')) ?? '';
      counter[name] = { N: String(Number(counter[name]?.N) + 1) };
      return null;
    },
  },
  {
    fault: 'a month kept that nobody paid',
    found: /counter of a cohort/,
    plant: (evidence) => {
      const counter = rowWhere(evidence, '2026-11#sector#other#', ({ sk }) =>
        Boolean(sk?.S?.includes('#kept.')),
      );
      const name = Object.keys(counter).find((each) => /^reminded@.*months3$/.test(each)) ?? '';
      counter[name] = { N: String(Number(counter[name]?.N) + 1) };
      return null;
    },
  },
  {
    fault: 'a counter of members that is gone',
    found: /counter of members/,
    plant: (evidence) => {
      without(
        evidence,
        rowWhere(evidence, '20', ({ pk }) => pk?.S?.startsWith('COUNT#members.') ?? false),
      );
      return null;
    },
  },
  {
    fault: 'a counter of receipts that is one too high',
    found: /counter of receipts/,
    plant: (evidence) => {
      const counter = rowWhere(
        evidence,
        '',
        ({ pk }) => pk?.S?.startsWith('COUNT#receipts.') ?? false,
      );
      const name = Object.keys(counter).find((each) => each.endsWith('.n')) ?? '';
      counter[name] = { N: String(Number(counter[name]?.N) + 1) };
      return null;
    },
  },
  {
    fault: 'a slice that counted one too few',
    found: /slices of a run/,
    plant: (evidence) => {
      const slice = rowWhere(evidence, '09:00#before', ({ counts }) => !!counts?.M?.sent);
      if (slice.counts?.M) slice.counts.M.sent = { N: String(Number(slice.counts.M.sent?.N) - 1) };
      return null;
    },
  },
  {
    fault: 'money spent on nothing',
    found: /budget/,
    plant: (evidence) => {
      spendMore(evidence);
      return null;
    },
  },
  {
    fault: 'money spent on nothing after somebody was erased',
    found: /budget/,
    plant: (evidence) => {
      spendMore(evidence);
      evidence.rows.push(erasedAt('2026-10-31T02:00:00.000Z'));
      return null;
    },
  },
  {
    fault: 'a slice that counted one too many after somebody was erased',
    found: /slices of a run/,
    plant: (evidence) => {
      countMore(evidence);
      evidence.rows.push(erasedAt('2026-11-01T02:00:00.000Z'));
      return null;
    },
  },
  {
    fault: 'one shown as missed who was not, after somebody was erased',
    found: /Whoever has to look/,
    plant: (evidence) => {
      evidence.rows.push(missedOn('2026-11-10'), erasedAt('2026-11-01T02:00:00.000Z'));
      return null;
    },
  },
  {
    fault: 'a payment that is listed on its day twice',
    found: /list of its day/,
    plant: (evidence) => {
      const listed = rowWhere(evidence, '20', ({ pk }) => pk?.S?.startsWith('RECORDED#') ?? false);
      evidence.rows.push({ ...copy(listed), sk: { S: `${textIn(listed, 'sk')}#again` } });
      return null;
    },
  },
  {
    fault: 'a claim left standing',
    found: /left claimed/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', sent);
      row.status = { S: 'claimed' };
      return row;
    },
  },
  {
    fault: 'a text to somebody held out',
    found: /held out in a month/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', skippedFor('held-out'));
      row.status = { S: 'sent' };
      return row;
    },
  },
  {
    fault: 'somebody held out by hand',
    found: /Who is held out/,
    plant: (evidence) => {
      const worker = rowWhere(evidence, 'WRK', ({ cycle }) => cycle?.M?.heldOut?.BOOL === false);
      if (worker.cycle?.M) worker.cycle.M.heldOut = { BOOL: true };
      return worker;
    },
  },
  {
    fault: 'a share that no plan had',
    found: /Who is held out/,
    plant: (evidence) => {
      const worker = rowWhere(evidence, 'WRK', ({ cycle }) => cycle?.M?.heldOut?.BOOL === false);
      if (worker.cycle?.M) worker.cycle.M.holdoutPercent = { N: '49.5' };
      return worker;
    },
  },
  {
    fault: 'a text to somebody who had stopped',
    found: /has stopped/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', skippedFor('stopped'));
      row.status = { S: 'sent' };
      return row;
    },
  },
  {
    fault: 'a text at night',
    found: /quiet hours/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', sent);
      later(row, 'claimedAt', 13);
      return row;
    },
  },
  {
    fault: 'a text on a Sunday',
    found: /quiet hours/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', sent);
      const days = 7 - new Date(textIn(row, 'claimedAt')).getUTCDay();
      later(row, 'claimedAt', 24 * days);
      return row;
    },
  },
  {
    fault: 'a doubt that nobody is shown',
    found: /Whoever has to look/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', ({ status }) => status?.S === 'unknown');
      without(
        evidence,
        rowWhere(evidence, '', (each) => textIn(each, 'pk').startsWith('ATTENTION#unknown#')),
      );
      return row;
    },
  },
  {
    fault: 'somebody who was missed without a word',
    found: /Whoever has to look/,
    plant: (evidence) => {
      rowWhere(evidence, 'REM#', sent).status = { S: 'missed' };
      return null;
    },
  },
  {
    fault: 'a NIK in a row',
    found: /holds a NIK/,
    plant: (evidence) => {
      const worker = rowWhere(evidence, 'WRK');
      worker.nikLast4 = { S: '9972010206000001' };
      return worker;
    },
  },
  {
    fault: 'a text in a row',
    found: /holds a NIK/,
    plant: (evidence) => {
      const row = rowWhere(evidence, 'REM#', sent);
      row.text = { S: 'Yth. Siti, iuran BPJS Ketenagakerjaan Nov 2026 Rp8.400' };
      return row;
    },
  },
  {
    fault: 'somebody whom no run reads',
    found: /pays for themself/,
    plant: (evidence) => {
      const worker = rowWhere(evidence, 'WRK', ({ dueKey }) => dueKey !== undefined);
      delete worker.dueKey;
      return worker;
    },
  },
];
