import { z } from 'zod';
import { daysBetween, isDate } from '#domain/calendar/dates';
import { workerIdSchema } from '#domain/people/worker-id';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { message } from '#domain/schema-issues';
import { previewPlan } from '#flows/preview/preview-plan';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { parsed } from '#handlers/request';
import { clock, counts, once, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('plan-preview');
  return { settings: env.SETTINGS, ports: { ...stores(env), counts: counts(env), clock } };
});

const noDate = message(problem('not-a-date'));
const date = z.string(noDate).refine(isDate, noDate);
export const askedSchema = z.strictObject({
  plan: z.unknown().refine((plan) => plan !== undefined, message(problem('missing'))),
  from: date,
  to: date,
  workerId: workerIdSchema.optional(),
});

const mostDays = 90;

export const handler = api<'plan-preview'>({
  'POST /api/plan/preview': async ({ text }) => {
    const asked = parsed(askedSchema, text);
    const days = daysBetween(asked.from, asked.to) + 1;
    if (days < 1)
      throw refused('invalid', { path: 'to', ...problem('before-from', { from: asked.from }) });
    if (days > mostDays)
      throw refused('invalid', {
        path: 'to',
        ...problem('too-many-days', { days, most: mostDays }),
      });
    const { ports, settings } = await wired();
    return { body: await previewPlan(asked, ports, settings) };
  },
});
