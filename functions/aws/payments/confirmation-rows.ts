import * as z from 'zod';
import type { Row } from '#aws/reading';
import { date, month, reader } from '#aws/rows';
import { zones } from '#domain/calendar/zones';
import { shardOf } from '#domain/people/worker';
import type { Confirmation } from '#domain/sending/confirmation';
import { type Key, keys } from '#table';

const confirmationSchema = z.object({
  zone: z.enum(zones),
  at: z.string(),
  workerId: z.string(),
  month,
  heldOut: z.boolean(),
  since: date.optional(),
  through: month.optional(),
  channel: z.string(),
  reference: z.string(),
}) satisfies z.ZodType<Confirmation>;

export const readConfirmation = reader<Confirmation>(confirmationSchema);

export const confirmationKey = ({ zone, month, workerId }: Confirmation, shards: number): Key =>
  keys.confirmation({ zone, month, shard: shardOf(workerId, shards) }, workerId);

export const confirmationRow = (confirmation: Confirmation, shards: number): Row => ({
  ...confirmationKey(confirmation, shards),
  ...confirmation,
});
