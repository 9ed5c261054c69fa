import * as z from 'zod';
import { replacedBy } from '#domain/plan/plan-version';
import { problem } from '#domain/problem';
import { errorOf, refused } from '#domain/refused';
import { message } from '#domain/schema-issues';
import { approvePlan } from '#flows/plan/approve-plan';
import {
  type Changed,
  type Conflict,
  type Hand,
  replacePlan,
  restorePlan,
  setPaused,
} from '#flows/plan/change-plan';
import { currentPlan } from '#flows/plan/current-plan';
import { type Saved, saveAndFollow, saveAndTell } from '#flows/plan/save-plan';
import { planVersions } from '#flows/plan/show-plan';
import { showSettings } from '#flows/plan/show-settings';
import { type Answer, page } from '#handlers/answer';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { inQuery } from '#handlers/query';
import { jsonOf, parsed, type Request } from '#handlers/request';
import { clock, counts, once, plans, schedules } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('plan');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { plans, counts, schedules }), clock },
  };
});

const handOf = async ({ by, name: byName }: Request) => ({ by, byName, ...(await wired()) });

type Change = (hand: Hand) => Promise<Changed | Conflict>;

/** Saves with `change`, and brings the schedules in line before the answer. */
async function followed(request: Request, change: Change) {
  const hand = await handOf(request);
  return answerTo(await saveAndFollow(() => change(hand), hand), request);
}

async function told(request: Request, change: Change) {
  const hand = await handOf(request);
  return answerTo(await saveAndTell(() => change(hand), hand), request);
}

export const handler = api<'plan'>({
  'GET /api/plan': async () => ({ body: await currentPlan((await wired()).ports.plans) }),
  'PUT /api/plan': async (request) => {
    const version = ifMatch(request);
    const draft = jsonOf(request.text);
    return followed(request, (hand) => replacePlan(draft, version, hand));
  },
  'GET /api/settings': async () => ({ body: showSettings((await wired()).settings) }),
  'GET /api/plan/versions': async ({ query }) =>
    page(await planVersions(before(query), (await wired()).ports.plans)),
  'POST /api/plan/restore': async (request) => {
    const version = versionIn(request);
    return followed(request, (hand) => restorePlan(version, hand));
  },
  'POST /api/plan/approve': async (request) => {
    const version = versionIn(request);
    return followed(request, (hand) => approvePlan(version, hand));
  },
  'POST /api/plan/pause': (request) => told(request, (hand) => setPaused(true, hand)),
  'POST /api/plan/resume': (request) => told(request, (hand) => setPaused(false, hand)),
});

const warning = problem('schedules-behind');

function answerTo(saved: Saved | Conflict, { by }: Request): Answer {
  if (saved.status === 'conflict')
    return {
      status: 409,
      body: { error: outrun(saved), yours: saved.yours, current: saved.current },
    };
  const { status, version, behind, withheld, schedules } = saved;
  const { plan } = version;
  logger.info('plan changed', { version: plan.version, status, by });
  return {
    status: status === 'pending' ? 202 : 200,
    body: {
      ...{ ...plan, status, behind, withheld },
      ...(doFollow(schedules, plan.version) ? {} : { warning }),
    },
    trail: { before: replacedBy(version), after: plan.version, status },
  };
}

/** What is logged as an error makes an alarm ring. */
function doFollow(schedules: Saved['schedules'], version: number): boolean {
  if (schedules && 'error' in schedules) {
    logger.error('schedules do not follow the plan', { version, error: schedules.error });
    return false;
  }
  if (schedules) logger.info('schedules follow the plan', { version, ...schedules });
  return true;
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
export const versionSchema = z.object({ version: z.int(noVersion).positive(noVersion) });

const versionIn = ({ text }: Request): number => parsed(versionSchema, text).version;

/** The cursor of this list is a version as well. */
function before({ cursor, before }: Request['query']): number | null {
  const version = cursor || before;
  if (!version) return null;
  if (/^\d{1,6}$/.test(version)) return Number(version);
  throw inQuery('before', version, problem('not-a-version'));
}
