import * as z from 'zod';
import { type Database, type Write, write } from '#aws/database';
import { allRows } from '#aws/reading';
import { reader } from '#aws/rows';
import { expiry } from '#aws/sending/reminder-rows';
import { addSeconds } from '#domain/calendar/dates';
import { aboutSeconds } from '#domain/sending/delivery';
import type { SampleSent } from '#domain/sending/sample-sent';
import type { SampleCost, SampleStore } from '#flows/messages/sample-store';
import { keys } from '#table';

export const sampleStore = (database: Database): SampleStore => ({
  async claim(sample, cost) {
    const row = { ...keyOf(sample), ...sample, expiresAt: expiry(sample) };
    const put = { put: row, if: 'attribute_not_exists(#pk)' };
    return (await write(database, put, spent(cost))).done;
  },

  async record(sample, messageId) {
    await write(database, {
      update: keyOf(sample),
      to: 'SET #messageId = :messageId',
      if: 'attribute_exists(#pk)',
      values: { ':messageId': messageId },
    });
  },

  async withdraw(sample, { month, rupiah }) {
    const remove = { remove: keyOf(sample), if: 'attribute_exists(#pk)' };
    await write(database, remove, spent({ month, rupiah: -rupiah, limit: null }));
  },

  async near(at) {
    const [from, to] = [addSeconds(at, -aboutSeconds), addSeconds(at, aboutSeconds + 1)];
    const rows = await allRows(database, {
      where: '#pk = :pk AND #sk BETWEEN :from AND :to',
      values: { ':pk': keys.sample('', '').pk, ':from': from, ':to': to },
    });
    return rows.flatMap((row) => readSample(row) ?? []);
  },
});

const keyOf = ({ at, id }: SampleSent) => keys.sample(at, id);

/** What slices have reserved is not there for samples either. */
function spent({ month, rupiah, limit }: SampleCost): Write {
  const booking = {
    update: keys.budget(month),
    to: 'ADD #committed :rupiah, #spent :rupiah',
    values: { ':rupiah': rupiah },
  };
  if (limit === null) return booking;
  const room = limit - rupiah;
  const isThere = '#committed <= :room';
  return {
    ...booking,
    if: room < 0 ? isThere : `attribute_not_exists(#committed) OR ${isThere}`,
    values: { ...booking.values, ':room': room },
  };
}

const sampleSchema = z.object({
  id: z.string(),
  at: z.string(),
  phone: z.string(),
  messageId: z.string().nullable(),
  parts: z.number().int(),
  priceUsd: z.number(),
}) satisfies z.ZodType<SampleSent>;

const readSample = reader<SampleSent>(sampleSchema);
