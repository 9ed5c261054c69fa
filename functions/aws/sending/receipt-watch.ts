import * as z from 'zod';
import { type Database, write } from '#aws/database';
import { getRow } from '#aws/reading';
import { reader } from '#aws/rows';
import { addSeconds } from '#domain/calendar/dates';
import type { AwaitedReceipts } from '#domain/silences/receipts-silent';
import type { Pulse, ReceiptWatch } from '#flows/sending/silence-stores';
import { keys } from '#table';

/** One row for all: an instance writes it once a second at most, of 3,600 receipts a second. */
export function receiptWatch(database: Database): ReceiptWatch {
  let toldAt = '';
  return {
    async textsLeft(texts, begun) {
      await write(database, {
        update: keys.awaitedReceipts,
        to: 'SET #since = if_not_exists(#since, :begun) ADD #texts :texts',
        if: 'attribute_not_exists(#receiptAt) OR #receiptAt < :begun',
        values: { ':begun': begun, ':texts': texts },
      });
    },

    async receiptCame(at) {
      if (toldAt !== '' && at < addSeconds(toldAt, 1)) return;
      await write(database, {
        update: keys.awaitedReceipts,
        to: 'SET #receiptAt = :at REMOVE #since, #texts',
        values: { ':at': at },
      });
      toldAt = at;
    },

    awaited: async () => readAwaited(await getRow(database, keys.awaitedReceipts)) ?? null,
  };
}

const readAwaited = reader<AwaitedReceipts>(z.object({ since: z.string(), texts: z.number() }));

export const pulse = (database: Database): Pulse => ({
  async beat(at) {
    await write(database, { put: { ...keys.pulse, at } });
  },
});
