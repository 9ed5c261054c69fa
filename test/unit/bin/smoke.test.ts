import { expect, it } from 'vitest';
import { securityHeaders } from '#web/headers';
import type { Answer } from '../../../bin/http-call.ts';
import { runSteps, type Step } from '../../../bin/smoke/step.ts';
import { steps, textTo } from '../../../bin/smoke/steps.ts';

const url = 'https://console.ingat.example';
const pool = 'https://pool.example/users';
const answer = (status: number, content: unknown = {}, headers = {}): Answer => ({
  status,
  body: typeof content === 'string' ? content : JSON.stringify(content),
  headers,
});
const refusal = (status: number, ...codes: readonly string[]) =>
  answer(status, { error: { message: 'Refused.', issues: codes.map((code) => ({ code })) } });
const page = answer(200, '<html>', { 'content-type': 'text/html', ...securityHeaders() });
const uuid = '79aa25ec-1021-70a4-b0c1-9e1b1f1fb5f0';
const me = { name: 'Budi', roles: ['admin'], now: '2026-11-10T02:00:00.000Z' };

/** What a stage that works answers, by the beginning of the step's name. */
const well: Readonly<Record<string, Answer>> = {
  'GET / (': page,
  'GET /settings.json': answer(200, { authority: pool, clientId: 'console' }),
  'GET …/.well-known': answer(200, { authorization_endpoint: `${pool}/authorize` }),
  'GET the sign-in page': answer(302, '', { location: '/login?client_id=console' }),
  'GET /api/openapi.json': answer(200, { openapi: '3.1.0' }),
  'GET /api/me, without': refusal(401),
  'GET /api/me': answer(200, me),
  'GET /api/plan': answer(200, { steps: [{ id: 'before' }] }),
  'POST /api/plan/preview': answer(200, { total: { reminders: 0 } }),
  'POST /api/payments, signed, with a NIK': refusal(400, 'nik-birth-date'),
  'POST /api/payments, signed with another': refusal(401),
  'POST /api/plan/test': answer(200, { status: 'sent' }),
};

let current = '';
const all: readonly Step[] = [...steps, textTo('+6287000000001')].map((step) => ({
  ...step,
  ask: (given, answers) => {
    current = step.name;
    return step.ask(given, answers);
  },
}));

/** What does not go well where the step whose name begins so is answered so. */
async function wrongWhere(beginning: string, instead: Answer | Error): Promise<readonly string[]> {
  const given = { url, token: 'TOKEN', webhookSecret: `whsec_${'A'.repeat(44)}`, now: me.now };
  const outcomes = await runSteps(all, given, async () => {
    // The longest that fits: `GET /api/me` is also how another name begins.
    const beginnings = Object.keys(well).filter((each) => current.startsWith(each));
    const best = beginnings.sort((one, other) => other.length - one.length)[0] ?? '';
    const came = best === beginning ? instead : well[best];
    if (!came || came instanceof Error) throw came ?? new Error(`No answer for ${current}`);
    return came;
  });
  return outcomes.filter(({ holds }) => !holds).map(({ name }) => name);
}

it('a stage that works goes well in every step', async () => {
  expect(await wrongWhere('none', answer(500))).toEqual([]);
});

const without = (header: string) => answer(200, '<html>', { ...page.headers, [header]: undefined });

it.each<[string, keyof typeof well, Answer | Error]>([
  ['a page lacks its content policy', 'GET / (', without('content-security-policy')],
  ['nothing answers', 'GET / (', new Error('No answer came.')],
  [
    'the sign-in does not know the console',
    'GET the sign-in page',
    answer(302, '', { location: '/error?error=redirect_mismatch' }),
  ],
  ['the sign-in page is refused', 'GET the sign-in page', answer(400)],
  ['the description is a page', 'GET /api/openapi.json', answer(200, '<html>')],
  ['the API asks for no token', 'GET /api/me, without', answer(200, me)],
  ['a name is an id', 'GET /api/me', answer(200, { ...me, name: uuid })],
  ['somebody has no role', 'GET /api/me', answer(200, { ...me, roles: [] })],
  ['a preview counts nothing', 'POST /api/plan/preview', answer(200, { total: {} })],
  [
    'a payment without a date of birth is taken',
    'POST /api/payments, signed, with a NIK',
    answer(202, { status: 'unmatched' }),
  ],
  [
    'our signature is not known',
    'POST /api/payments, signed, with a NIK',
    refusal(401, 'bad-signature'),
  ],
  [
    'it is refused for something else',
    'POST /api/payments, signed, with a NIK',
    refusal(400, 'not-whole-rupiah'),
  ],
  [
    'any signature will do',
    'POST /api/payments, signed with another',
    refusal(400, 'nik-birth-date'),
  ],
  ['a text is put off', 'POST /api/plan/test', answer(200, { status: 'try-later' })],
])('where %s, one step does not go well, and no other', async (_, beginning, instead) => {
  const wrong = await wrongWhere(beginning, instead);
  expect(wrong.map((name) => name.startsWith(beginning))).toEqual([true]);
});

it('what needs an answer that did not come is told as not asked', async () => {
  expect(await wrongWhere('GET /settings.json', answer(404))).toEqual([
    'GET /settings.json',
    'GET …/.well-known/openid-configuration',
    'GET the sign-in page',
  ]);
  expect(await wrongWhere('GET /api/plan', answer(500))).toHaveLength(3);
  expect(await wrongWhere('GET /api/me', refusal(401))).toEqual(['GET /api/me']);
});
