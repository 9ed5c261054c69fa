import { copy, type Evidence, type Item, rowWhere, textIn, without, workerOf } from './planting.ts';
import { type Plant, plantsInSums } from './plants-in-sums.ts';

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
  ...plantsInSums,
];
