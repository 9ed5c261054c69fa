import type { Instant } from '#domain/calendar/dates';
import type { Answer } from '../http-call.ts';
import { type Answers, asUser, contentOf, type Given, type Step } from './step.ts';

export const settings: Step = {
  name: 'GET /settings.json',
  expected: '200, with the address of the sign-in',
  ask: ({ url }) => ({ url: `${url}/settings.json` }),
  holds: (answer) => answer.status === 200 && Boolean(settingsIn(answer)?.authority),
};

export const signIn: Step = {
  name: 'GET …/.well-known/openid-configuration',
  expected: '200, with the address of the sign-in page',
  ask: (_, answers) => {
    const { authority } = settingsIn(answers.get(settings.name)) ?? {};
    return authority ? { url: `${authority}/.well-known/openid-configuration` } : null;
  },
  holds: (answer) => answer.status === 200 && Boolean(discoveredIn(answer)?.authorization_endpoint),
};

/** As the console asks for it (web/src/frame/session.tsx). */
export const signInPage: Step = {
  name: 'GET the sign-in page',
  expected: '302 or 303, on to the sign-in, since it knows the console and its address',
  ask: ({ url }, answers) => {
    const { clientId } = settingsIn(answers.get(settings.name)) ?? {};
    const { authorization_endpoint } = discoveredIn(answers.get(signIn.name)) ?? {};
    if (!clientId || !authorization_endpoint) return null;
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: `${url}/`,
      response_type: 'code',
      scope: 'openid profile',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    return { url: `${authorization_endpoint}?${query}` };
  },
  holds: ({ status, headers }) =>
    [302, 303].includes(status) && !String(headers.location ?? 'error').includes('error'),
};

/** That of RFC 7636, appendix B: nobody signs in with it. */
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

type Settings = Readonly<{ authority: string; clientId: string }>;
type Discovered = Readonly<{ authorization_endpoint: string }>;

const settingsIn = (answer: Answer | undefined) => contentOf<Settings>(answer?.body);
const discoveredIn = (answer: Answer | undefined) => contentOf<Discovered>(answer?.body);

export const me: Step = {
  name: 'GET /api/me',
  expected: '200, with a name that people read, and roles',
  ask: (given) => ({ url: `${given.url}/api/me`, headers: asUser(given) }),
  holds: ({ status, body }) => {
    const { name = '', roles = [] } = contentOf<{ name: string; roles: string[] }>(body) ?? {};
    return status === 200 && name !== '' && !isUuid.test(name) && roles.length > 0;
  },
};

/** Somebody who signs in with an e-mail address has a UUID for a user name. */
const isUuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export const nobody: Step = {
  name: 'GET /api/me, without a token',
  expected: '401',
  ask: ({ url }) => ({ url: `${url}/api/me` }),
  holds: ({ status }) => status === 401,
};

/** By the stage's clock, which on one machine is not ours. */
export const nowIn = (answers: Answers, { now }: Given): Instant =>
  contentOf<{ now: Instant }>(answers.get(me.name)?.body)?.now ?? now;
