import * as z from 'zod';
import { zones } from '#domain/calendar/zones';
import { planRun } from '#flows/sending/plan-run';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { once, plans, queue, slices } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('plan-run');
  return { settings: env.SETTINGS, ports: portsOf(env, { plans, slices, queue }) };
});

/** `scheduledTime` is when the schedule should have fired, however late the event arrives. */
const firingSchema = z.object({
  zone: z.enum(zones),
  time: z.string(),
  scheduledTime: z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString()),
});

export const handler = job(async (event) => {
  const { zone, time, scheduledTime } = firingSchema.parse(event);
  const { ports, settings } = await wired();
  const queued = await planRun({ zone, time, scheduledAt: scheduledTime }, ports, settings);
  logger.info('schedule fired', { zone, time, scheduledTime, queued });
  return { queued };
});
