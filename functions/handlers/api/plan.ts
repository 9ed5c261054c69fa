import { z } from 'zod';
import { replacedBy } from '#domain/plan/plan';
import { problem } from '#domain/problem';
import { errorOf, refused } from '#domain/refused';
import { message } from '#domain/schema-issues';
import { type Applied, followPlan } from '#flows/plan/apply-plan';
import {
  approvePlan,
  type Changed,
  type Conflict,
  replacePlan,
  restorePlan,
  setPaused,
} from '#flows/plan/change-plan';
import { currentPlan } from '#flows/plan/current-plan';
import { planVersions } from '#flows/plan/show-plan';
import { showSettings } from '#flows/plan/show-settings';
import { type Answer, api, jsonOf, parsed, type Request } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { inQuery } from '#handlers/query';
import { clock, once, schedules, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('plan');
  return { settings: env.SETTINGS, ports: { ...stores(env), schedules: schedules(env), clock } };
});

const handOf = async ({ by, name: byName }: Request) => ({ by, byName, ...(await wired()) });

export const handler = api<'plan'>({
  'GET /api/plan': async () => ({ body: await currentPlan((await wired()).ports.plans) }),
  'PUT /api/plan': async (request) => {
    const version = ifMatch(request);
    return followed(
      await replacePlan(jsonOf(request.text), version, await handOf(request)),
      request,
    );
  },
  'GET /api/settings': async () => ({ body: showSettings((await wired()).settings) }),
  'GET /api/plan/versions': async ({ query }) => {
    const { items, next } = await planVersions(before(query.cursor), (await wired()).ports.plans);
    return { body: { items, ...(next ? { next } : {}) } };
  },
  'POST /api/plan/restore': async (request) =>
    followed(await restorePlan(versionIn(request), await handOf(request)), request),
  'POST /api/plan/approve': async (request) =>
    followed(await approvePlan(versionIn(request), await handOf(request)), request),
  // The schedules do not depend on it, so the kill switch waits for nothing.
  'POST /api/plan/pause': async (request) =>
    answerTo(await setPaused(true, await handOf(request)), request),
  'POST /api/plan/resume': async (request) =>
    answerTo(await setPaused(false, await handOf(request)), request),
});

/** What is saved is saved: where the schedules cannot follow now the answer says so, the alarm rings, and the nightly apply-plan heals it. */
async function followed(changed: Changed | Conflict, request: Request): Promise<Answer> {
  const answer = answerTo(changed, request);
  if (changed.status !== 'current') return answer;
  const applied = await follow(changed);
  return applied ? answer : { ...answer, body: { ...(answer.body as object), warning } };
}

const warning = problem('schedules-behind');

async function follow({ version: { plan } }: Changed): Promise<Applied | null> {
  try {
    const applied = await followPlan(plan, (await wired()).ports);
    logger.info('schedules follow the plan', { version: plan.version, ...applied });
    return applied;
  } catch (error) {
    logger.error('schedules do not follow the plan', {
      version: plan.version,
      error: error as Error,
    });
    return null;
  }
}

function answerTo(changed: Changed | Conflict, { by, requestId }: Request): Answer {
  if (changed.status === 'conflict')
    return {
      status: 409,
      body: { error: outrun(changed), yours: changed.yours, current: changed.current },
    };
  const { status, version } = changed;
  logger.info('plan changed', { version: version.plan.version, status, by, requestId });
  const trail = { before: replacedBy(version), after: version.plan.version, status };
  return { status: status === 'pending' ? 202 : 200, body: { ...version.plan, status }, trail };
}

const outrun = ({ yours, current }: Conflict): object =>
  errorOf(
    refused(
      'conflict',
      problem('plan-overtaken', { yours: yours.version, current: current.version }),
    ),
  );

/** `3` or, as an entity tag, `"3"`. */
function ifMatch({ headers }: Request): number {
  const sent = headers['if-match'];
  const version = /^\s*(?:W\/)?"?(\d{1,6})"?\s*$/.exec(sent ?? '')?.[1];
  if (version) return Number(version);
  throw inQuery(
    'if-match',
    sent,
    problem(sent === undefined ? 'if-match-missing' : 'not-a-version'),
  );
}

const noVersion = message(problem('not-a-version'));
const versionSchema = z.object({ version: z.int(noVersion).positive(noVersion) });

const versionIn = ({ text }: Request): number => parsed(versionSchema, text).version;

function before(cursor: string | undefined): number | null {
  if (!cursor) return null;
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor);
  throw inQuery('cursor', cursor, problem('not-a-cursor'));
}
