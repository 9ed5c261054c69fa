import * as z from 'zod';
import { daysBetween, isDate, localDate } from '#domain/calendar/dates';
import { workerIdSchema } from '#domain/people/worker-id';
import { type Problem, problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { message } from '#domain/schema-issues';
import { previewPlan } from '#flows/preview/preview-plan';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { portsOf } from '#handlers/ports';
import { parsed } from '#handlers/request';
import { clock, counts, once, plans, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('plan-preview');
  return { settings: env.SETTINGS, ports: { ...portsOf(env, { plans, workers, counts }), clock } };
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
    refuseSpan(asked);
    const { ports, settings } = await wired();
    return { body: await previewPlan(asked, ports, settings) };
  },
});

/** Of days that have passed a preview would tell what nobody is sent any more. */
function refuseSpan({ from, to }: Pick<z.infer<typeof askedSchema>, 'from' | 'to'>): void {
  const days = daysBetween(from, to) + 1;
  const today = localDate('Asia/Jakarta', clock.now());
  const refuse = (found: Problem): never => {
    throw refused('invalid', { path: 'to', ...found });
  };
  if (days < 1) refuse(problem('before-from', { from }));
  if (days > mostDays) refuse(problem('too-many-days', { days, most: mostDays }));
  if (to < today) refuse(problem('has-passed', { today }));
}
