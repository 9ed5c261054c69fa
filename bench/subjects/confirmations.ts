import { confirmingDay, type Day } from '../frame/confirming-day.ts';
import type { Rows, Subject } from '../frame/subject.ts';

const whole = {
  confirmations: 200_000,
  reminders: 100_000,
  smsPartsPerSecond: 10,
  shards: 64,
  senders: 3,
};

/** A day on which many payments are to be confirmed beside the reminders of that day. */
export const confirmations: Subject = {
  title: 'Confirmations that wait',
  how:
    '11 November from midnight in Jakarta: so many payments of the night before are to be ' +
    'confirmed, and so many workers are due at nine, four fifths of them in the west. The real ' +
    'flows of the watchdog, the firings and the senders over stores in memory, in virtual time: ' +
    'a call of the table takes 5 ms and SNS 60 on average, with a tail; before one call in ' +
    '10,000 its sender dies, and three send at once. The window, 08:00 to 20:00, leaves 432,000 ' +
    'parts at 10 a second.',
  columns: ['what', 'count'],
  parts: { 'a day': async () => rowsOf({ ...whole, deaths: 0.0001, seed: 1 }) },
};

async function rowsOf(day: Day): Promise<Rows> {
  const { told, reminded, unknown, twice, waiting, deaths, ...last } = await confirmingDay(day);
  const row = (what: string, count: number) => [what, count.toLocaleString('en')];
  return [
    row('payments to be confirmed', day.confirmations),
    row('confirmed', told),
    row('reminded', reminded),
    row('unknown, since their sender died', unknown),
    row('texted twice', twice),
    row('still waiting', waiting),
    row('senders that died', deaths),
    ['last reminder, in Jakarta', jakarta(last.remindedBefore)],
    ['last confirmation, in Jakarta', jakarta(last.toldBefore)],
  ];
}

const jakarta = (at: string): string =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Jakarta' });
