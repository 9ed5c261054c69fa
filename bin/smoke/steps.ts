import { localDate } from '#domain/calendar/dates';
import { securityHeaders } from '#web/headers';
import { forged, payment } from './payments.ts';
import { me, nobody, nowIn, settings, signIn, signInPage } from './sign-in.ts';
import { asUser, contentOf, json, type Step } from './step.ts';

const page: Step = {
  name: 'GET / (the console)',
  expected: '200, a page, with the headers that keep other code out',
  ask: ({ url }) => ({ url: `${url}/` }),
  holds: ({ status, headers }) =>
    status === 200 &&
    String(headers['content-type']).startsWith('text/html') &&
    Object.keys(securityHeaders()).every((name) => headers[name] !== undefined),
};

const contract: Step = {
  name: 'GET /api/openapi.json, without a token',
  expected: '200, OpenAPI 3.1',
  ask: ({ url }) => ({ url: `${url}/api/openapi.json` }),
  holds: ({ status, body }) =>
    status === 200 && Boolean(contentOf<{ openapi: string }>(body)?.openapi?.startsWith('3.1')),
};

const plan: Step = {
  name: 'GET /api/plan',
  expected: '200, with the steps',
  ask: (given) => ({ url: `${given.url}/api/plan`, headers: asUser(given) }),
  holds: ({ status, body }) =>
    status === 200 && (contentOf<{ steps: unknown[] }>(body)?.steps?.length ?? 0) > 0,
};

const preview: Step = {
  name: 'POST /api/plan/preview of today',
  expected: '200, with a number of reminders',
  ask: (given, answers) => {
    const current = contentOf<object>(answers.get(plan.name)?.body);
    if (!current) return null;
    const today = localDate('Asia/Jakarta', nowIn(answers, given));
    const body = JSON.stringify({ plan: current, from: today, to: today });
    const headers = { ...json, ...asUser(given) };
    return { url: `${given.url}/api/plan/preview`, method: 'POST', headers, body };
  },
  holds: ({ status, body }) =>
    status === 200 &&
    typeof contentOf<{ total: { reminders: number } }>(body)?.total?.reminders === 'number',
};

/** What a deployment has to do afterwards, whatever was deployed. */
export const steps: readonly Step[] = [
  page,
  settings,
  signIn,
  signInPage,
  contract,
  nobody,
  me,
  plan,
  preview,
  payment,
  forged,
];

/** A sample text of the plan's first step; the phone has to be among its `testPhones`. */
export const textTo = (phone: string): Step => ({
  name: 'POST /api/plan/test (a text)',
  expected: '200, sent',
  ask: (given, answers) => {
    const [first] = contentOf<Planned>(answers.get(plan.name)?.body)?.steps ?? [];
    if (!first) return null;
    const body = JSON.stringify({ step: first.id, language: 'id', phone });
    const headers = { ...json, ...asUser(given) };
    return { url: `${given.url}/api/plan/test`, method: 'POST', headers, body };
  },
  holds: ({ status, body }) =>
    status === 200 && contentOf<{ status: string }>(body)?.status === 'sent',
});

type Planned = Readonly<{ steps: readonly Readonly<{ id: string }>[] }>;
