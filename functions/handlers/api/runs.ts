import { localDate } from '#domain/calendar/dates';
import { expiring } from '#domain/calendar/expiring';
import { budgetNow, type RunsAnswer, retryRun, runsOn } from '#flows/sending/show-runs';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { dayIn } from '#handlers/query';
import { clock, once, queue, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('runs');
  return { ports: { ...stores(env), queue: queue(env), clock } };
});

export const handler = api<'runs'>({
  'GET /api/runs': async ({ query }) => {
    const { ports } = await wired();
    const [items, budget] = await Promise.all([runsOn(dayIn(query), ports), budgetNow(ports)]);
    const body: RunsAnswer = {
      items,
      budget,
      expiring: expiring(localDate('Asia/Jakarta', clock.now())),
    };
    return { body };
  },
  'POST /api/runs/{runId}/retry': async ({ params }) => {
    const { ports } = await wired();
    return { status: 202, body: { queued: await retryRun(params.runId ?? '', ports) } };
  },
});
