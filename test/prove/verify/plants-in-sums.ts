import { countMore, erasedAt, missedOn, spendMore } from './aftermath.ts';
import { copy, type Evidence, type Item, rowWhere, textIn, without, workerOf } from './planting.ts';

/** `found`: a word of the promise that is broken. Answers whose it is, where it is somebody's. */
export type Plant = Readonly<{
  fault: string;
  found: RegExp;
  plant: (evidence: Evidence) => Item | null;
}>;

const nextMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1))
    .toISOString()
    .slice(0, 7);

/** Of money, and of what is counted. */
export const plantsInSums: readonly Plant[] = [
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
];
