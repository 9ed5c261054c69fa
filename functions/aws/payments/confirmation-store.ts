import { type Database, write } from '#aws/database';
import { readConfirmation } from '#aws/payments/confirmation-rows';
import { firstPage } from '#aws/reading';
import type { ConfirmationStore } from '#flows/payments/payment-store';
import { keys } from '#table';

/** A queue in the table: a payment and its confirmation are one transaction. */
export const confirmationStore = (database: Database): ConfirmationStore => ({
  async pending(zone, after, limit) {
    const { pk } = keys.confirmation({ zone, at: '', workerId: '', month: '' });
    const { rows, more } = await firstPage(database, {
      where: after === null ? '#pk = :pk' : '#pk = :pk AND #sk > :after',
      values: { ':pk': pk, ...(after === null ? {} : { ':after': after }) },
      limit,
    });
    return {
      items: rows.flatMap((row) => readConfirmation(row) ?? []),
      next: more ? String(rows.at(-1)?.sk) : null,
    };
  },

  async drop(confirmation) {
    await write(database, { remove: keys.confirmation(confirmation) });
  },
});
