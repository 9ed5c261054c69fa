import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { type Database, type Stored, type Write, write } from '#aws/database';
import { allRows, getRow } from '#aws/reading';
import { date, reader } from '#aws/rows';
import {
  emptyTrial,
  type TicketMove,
  type Trial,
  takenBy,
  trialTexts,
} from '#domain/sending/trial';
import type { TrialStore } from '#flows/sending/trial/trial-store';
import { keys } from '#table';

export const trialStore = (database: Database): TrialStore => ({
  get: async (key) => readTrial(await getRow(database, keys.trial(key))),

  async list(date) {
    const { pk } = keys.trial({ date, step: '', text: '' });
    const rows = await allRows(database, { where: '#pk = :pk', values: { ':pk': pk } });
    return rows.flatMap((row) => readTrial(row) ?? []);
  },

  async release(key, word) {
    const written = await write(database, {
      update: keys.trial(key),
      to: 'SET #released = :word',
      if: 'attribute_exists(#pk) AND attribute_not_exists(#released)',
      values: { ':word': word },
    });
    return written.done;
  },
});

/** Giving back is never refused. */
export function ticketsMoved(move: TicketMove): Write {
  const { date, step, text, planVersion, take, fared } = move;
  const more = takenBy(move);
  const moved = {
    update: keys.trial(move),
    to: `${setOnce} ADD #taken :more, ${outcomes.map((name) => `#${name} :${name}`).join(', ')}`,
    values: {
      ...{ ':date': date, ':step': step, ':text': text, ':planVersion': planVersion },
      ...{ ':more': more, ':expiresAt': expiry(move) },
      ...Object.fromEntries(outcomes.map((name) => [`:${name}`, fared[name]])),
    },
  };
  if (take === 0) return moved;
  return {
    ...moved,
    if: 'attribute_not_exists(#taken) OR #taken <= :room',
    values: { ...moved.values, ':room': trialTexts - more },
  };
}

const outcomes = ['sent', 'failed', 'unknown', 'overParts'] as const;

const setOnce = `SET ${['date', 'step', 'text', 'planVersion', 'expiresAt']
  .map((name) => `#${name} = if_not_exists(#${name}, :${name})`)
  .join(', ')}`;

/** Forty days later, in epoch seconds: after any catch-up, and whatever a pause adds to it. */
const expiry = ({ date }: Pick<Trial, 'date'>): number =>
  Math.floor(Date.parse(date) / 1_000) + 40 * 24 * 3_600;

const count = z.number().int();
const trialSchema = z.object({
  date,
  step: z.string(),
  text: z.string(),
  planVersion: count,
  taken: count,
  sent: count,
  failed: count,
  unknown: count,
  overParts: count,
  released: z.object({ at: z.string(), by: z.string() }).nullable().default(null),
}) satisfies z.ZodType<Trial>;

const readTrial = reader<Trial>(trialSchema);

/** The row that refused a ticket. One that cannot be read has none to give. */
export const trialIn = (stored: Stored | null | undefined, of: TicketMove): Trial =>
  readTrial(unmarshall({ ...stored })) ?? { ...emptyTrial(of), taken: trialTexts };
