import * as z from 'zod';
import { localDate } from '#domain/calendar/dates';
import { expiring } from '#domain/calendar/expiring';
import { stepSchema } from '#domain/plan/plan';
import { problem } from '#domain/problem';
import { message } from '#domain/schema-issues';
import { budgetNow, type RunsAnswer, retryRun, runsOn } from '#flows/sending/show-runs';
import { haltedSteps } from '#flows/sending/trial/halted-steps';
import { releaseStep } from '#flows/sending/trial/release-step';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { portsOf } from '#handlers/ports';
import { dayIn } from '#handlers/query';
import { parsed } from '#handlers/request';
import { clock, once, plans, queue, slices, trials } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('runs');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { plans, slices, trials, queue }), clock },
  };
});

export const handler = api<'runs'>({
  'GET /api/runs': async ({ query }) => {
    const { ports, settings } = await wired();
    const day = dayIn(query);
    const [items, halted, budget] = await Promise.all([
      runsOn(day, ports),
      haltedSteps(day, ports),
      budgetNow(ports, settings),
    ]);
    const body: RunsAnswer = {
      items,
      halted,
      budget,
      expiring: expiring(localDate('Asia/Jakarta', clock.now())),
    };
    return { body };
  },
  'POST /api/runs/{runId}/retry': async ({ params }) => {
    const { ports } = await wired();
    return { status: 202, body: { queued: await retryRun(params.runId ?? '', ports) } };
  },
  'POST /api/runs/release': async ({ text, by }) => {
    const { ports } = await wired();
    const halted = parsed(releaseSchema, text);
    const queued = await releaseStep(halted, by, ports);
    return { status: 202, body: { queued }, trail: { date: halted.date, queued } };
  },
});

export const releaseSchema = z.strictObject({
  date: z.iso.date(message(problem('not-a-date'))),
  step: stepSchema.shape.id,
});
