import * as z from 'zod';
import { zones } from '#domain/calendar/zones';
import { parsePhone } from '#domain/people/phone';
import { Refused, refusalStatus } from '#domain/refused';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import { watchedSchema } from '#local/cloudwatch/watched';
import type { EventTimeline } from '#local/event-timeline';
import type { Faults } from '#local/faults';
import { faultsSchema } from '#local/faults';
import {
  errorAnswer,
  jsonAnswer,
  type PublicAnswer,
  type PublicRequest,
} from '#local/http/http-server';
import { addDuration, parseInstant } from '#local/moment';
import { type FireOptions, fire } from '#local/scheduler/fire';
import type { Tokens } from '#local/sign-in/tokens';
import type { OutboxItem } from '#local/sns/carrier';
import { roles } from '#triggers';

type Parts = Readonly<{
  isReady(): boolean;
  eventTimeline: EventTimeline;
  faults: Faults;
  tokens: Tokens;
  outbox(since?: string): readonly OutboxItem[];
  cloudwatch: CloudWatch;
}> &
  FireOptions;

/** The calls under /_local by which a person or a test controls the emulator. */
export const startLocalApi = (parts: Parts) =>
  async function answer(request: PublicRequest): Promise<PublicAnswer> {
    const call = calls[`${request.method} ${request.url.pathname}`];
    if (call === calls['GET /_local/health'] && !parts.isReady())
      return errorAnswer(503, 'starting', 'The demo is still being played.');
    if (!call)
      return errorAnswer(
        404,
        'not-found',
        `There is no ${request.method} ${request.url.pathname}.`,
      );
    try {
      return jsonAnswer(200, await call(parts, request));
    } catch (error) {
      if (error instanceof Refused)
        return errorAnswer(refusalStatus[error.code], error.code, error.message);
      if (error instanceof z.ZodError) return errorAnswer(400, 'invalid', z.prettifyError(error));
      throw error;
    }
  };

const calls: Readonly<Record<string, (parts: Parts, request: PublicRequest) => unknown>> = {
  'GET /_local/health': () => ({ ready: true }),
  'POST /_local/sign-in': async ({ tokens }, { body }) => ({
    token: await tokens.sign(parsed(signIn, body).role),
  }),
  'GET /_local/outbox': ({ outbox }, { url }) => ({
    items: chosen(outbox(sinceOf(url)), url.searchParams.get('phone')),
  }),
  'GET /_local/clock': () => ({ now: new Date().toISOString() }),
  'POST /_local/clock': async ({ eventTimeline }, { body }) => {
    const asked = parsed(move, body);
    await eventTimeline.moveTo(() => targetOf(asked, eventTimeline.lastTarget()));
    return { now: new Date().toISOString() };
  },
  'POST /_local/fire': (parts, { body }) => fire(parts, parsed(firing, body)),
  'POST /_local/faults': ({ faults }, { body }) => {
    faults.set(parsed(faultsSchema, body));
    return faults.current();
  },
  'POST /_local/alarms': ({ cloudwatch }, { body }) => {
    cloudwatch.watch(parsed(watchedSchema, body));
    return cloudwatch.alarms();
  },
  'GET /_local/alarms': ({ cloudwatch }) => cloudwatch.alarms(),
  'GET /_local/schedules': ({ scheduler }) => ({
    items: scheduler.list().map((s) => ({
      name: s.Name,
      expression: s.ScheduleExpression,
      timezone: s.ScheduleExpressionTimezone,
      group: s.GroupName,
      state: s.State,
    })),
  }),
};

const signIn = z.object({ role: z.enum(roles) });
const firing = z.object({
  zone: z.enum(zones),
  time: z.string().regex(/^\d{2}:\d{2}$/, 'is not a time such as 09:00'),
});
const move = z.union([z.object({ to: z.string() }), z.object({ by: z.string() })], {
  error: 'Say {"to": "2026-11-11T12:00:00+07:00"} or {"by": "P3D"}.',
});

/** An empty body is an empty object: what is missing is then named. */
function parsed<T>(schema: z.ZodType<T>, body: Buffer): T {
  try {
    return schema.parse(JSON.parse(body.toString() || '{}'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Refused('invalid', `The body is not JSON: ${error.message}`);
    throw error;
  }
}

/** The same `to` again, from somebody whose answer was lost, asks for nothing more. */
function targetOf(asked: z.infer<typeof move>, lastTarget: number | null): number {
  const target = 'to' in asked ? parseInstant(asked.to) : addDuration(Date.now(), asked.by);
  if (target < Date.now() && target !== lastTarget)
    throw new Refused(
      'invalid',
      `The clock stands at ${new Date().toISOString()} and goes forward only.`,
    );
  return target;
}

const sinceOf = (url: URL): string => {
  const since = url.searchParams.get('since');
  return since ? new Date(parseInstant(since)).toISOString() : '';
};

/** Any form of the number: 0870…, +62870…. In a URL a plus may have become a space. */
function chosen(items: readonly OutboxItem[], phone: string | null): readonly OutboxItem[] {
  if (phone === null) return items;
  const wanted = parsePhone(phone.trim());
  return 'phone' in wanted ? items.filter(({ to }) => to === wanted.phone) : [];
}
