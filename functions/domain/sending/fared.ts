import { foreseenParts } from '#domain/messages/foreseen-parts';
import type { Step } from '#domain/plan/plan';
import { type Reminder, wasSent } from '#domain/sending/reminder';
import { addFared, type Fared, noneFared } from '#domain/sending/trial';
import type { Settings } from '#domain/settings';

type Terms = Readonly<{ step: Step; settings: Pick<Settings, 'lapseMonths'> }>;

/** A worker who was to get no text says nothing about it. */
export const faredOf = (rows: readonly Reminder[], terms: Terms): Fared =>
  rows.map((row) => fared(row, terms)).reduce(addFared, noneFared);

function fared(row: Reminder, { step, settings }: Terms): Fared {
  if (row.status === 'failed' || row.status === 'unknown') return { ...noneFared, [row.status]: 1 };
  if (!wasSent(row.status)) return noneFared;
  const foreseen = foreseenParts({ reader: row, step, month: row.month }, settings.lapseMonths);
  return { ...noneFared, [row.parts > foreseen ? 'overParts' : 'sent']: 1 };
}
