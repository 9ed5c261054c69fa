import { z } from 'zod';
import { addDays, daysBetween, isDate } from '#domain/calendar/dates';
import { Refused } from '#domain/refused';
import { previewPlan } from '#flows/preview/preview-plan';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { parsed } from '#handlers/request';
import { clock, counts, once, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('plan-preview');
  return { settings: env.SETTINGS, ports: { ...stores(env), counts: counts(env), clock } };
});

const date = z
  .string('is not a date such as 2026-11-16')
  .refine(isDate, 'is not a date such as 2026-11-16');
export const askedSchema = z.strictObject({
  plan: z.unknown().refine((plan) => plan !== undefined, 'is missing: send the draft as a whole'),
  from: date,
  to: date,
  workerId: z.string().optional(),
});

const mostDays = 90;

export const handler = api<'plan-preview'>({
  'POST /api/plan/preview': async ({ text }) => {
    const asked = parsed(askedSchema, text);
    const days = daysBetween(asked.from, asked.to) + 1;
    if (days < 1)
      throw new Refused('invalid', `to=${asked.to} is before from=${asked.from}`, {
        to: 'is before from',
      });
    if (days > mostDays)
      throw new Refused(
        'invalid',
        `From ${asked.from} to ${asked.to} are ${days} days: ask for at most ${mostDays}`,
        {
          to: `is after ${addDays(asked.from, mostDays - 1)}`,
        },
      );
    const { ports, settings } = await wired();
    return { body: await previewPlan(asked, ports, settings) };
  },
});
