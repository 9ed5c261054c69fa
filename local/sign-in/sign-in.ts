import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Configuration, KoaContextWithOIDC, default as Provider } from 'oidc-provider';
import { readBody } from '#local/http/aws-protocols';
import { kept } from '#local/secrets';
import { signInPage, signInPageHeaders } from '#local/sign-in/sign-in-page';
import { signInStore } from '#local/sign-in/sign-in-store';
import { algorithm, issuer, type Tokens, yearsSignedIn } from '#local/sign-in/tokens';
import { claimsOf, isUser, users } from '#local/sign-in/users';
import type { State } from '#local/state';
import { roles } from '#triggers';

/** Where it is mounted on the stage's port. */
export const signInPath = '/oidc';
export const clientId = 'console';

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Cognito's part on one machine: authorization code with PKCE, as in AWS, with a page on which one chooses who to be.
 * It begins when it is first asked: most stages of the tests never are.
 */
export function startSignIn({
  state,
  tokens,
  port,
}: Readonly<{ state: State; tokens: Tokens; port: number }>): Listener {
  let started: Promise<Provider> | null = null;
  const provider = async (): Promise<Provider> => {
    const { default: Provider } = await import('oidc-provider');
    return new Provider(issuer, configuration(state, tokens, port));
  };
  return async (request, response) => {
    started ??= provider();
    const running = await started;
    const { pathname } = new URL(request.url ?? '', 'http://stage');
    if (pathname === `${signInPath}/logout`) return signOut(request, response);
    if (pathname.startsWith(choosePath)) return choose(running, request, response);
    // As Express does for what is mounted below it: so the provider knows its own address.
    const mounted = Object.assign(request, {
      originalUrl: request.url,
      url: request.url?.slice(signInPath.length) || '/',
    });
    await running.callback()(mounted, response);
  };
}

const choosePath = `${signInPath}/choose/`;

function configuration(state: State, { key }: Tokens, port: number): Configuration {
  const consoles = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}/`);
  const ages = yearsSignedIn * 365 * 86_400;
  return {
    adapter: signInStore(state),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: consoles,
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: algorithm,
      },
    ],
    jwks: { keys: [{ ...key, alg: algorithm }] as Required<Configuration>['jwks']['keys'] },
    cookies: { keys: [kept(state, 'secret.cookies', () => randomBytes(32).toString('hex'))] },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    clientBasedCORS: () => true,
    // Browsers go by the real clock: a cookie for an hour of the stage's time may be over before it is set.
    ttl: { AccessToken: ages, IdToken: ages, Session: ages, Grant: ages, Interaction: ages },
    interactions: { url: (_, { uid }) => `${choosePath}${uid}` },
    findAccount: (_, role) => (isUser(role) ? accountOf(role) : undefined),
    loadExistingGrant: grantOf,
    extraTokenClaims: (_, token) =>
      'accountId' in token && isUser(String(token.accountId))
        ? extraClaims(String(token.accountId))
        : {},
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      // Access tokens are JWTs only where they are for an API.
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid profile',
          accessTokenFormat: 'jwt',
          accessTokenTTL: ages,
          jwt: { sign: { alg: algorithm } },
        }),
      },
    },
  };
}

const api = `${issuer}/api`;
const extraClaims = (role: string) => (isUser(role) ? claimsOf(role) : {});
const accountOf = (role: keyof typeof users) => ({
  accountId: role,
  claims: () => ({ sub: role, name: users[role].name }),
});

/** Nobody is asked whether our own console may know their name. */
async function grantOf({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  const grant = new provider.Grant({
    clientId: client?.clientId ?? '',
    accountId: session?.accountId ?? '',
  });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(api, 'openid profile');
  await grant.save();
  return grant;
}

/** Shows who there is, and goes on as whoever was chosen. */
async function choose(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await provider.interactionDetails(request, response).catch(() => null);
  // Too old, or from before a restart: the console begins anew.
  if (!asked) return void response.writeHead(303, { location: '/' }).end();
  if (request.method !== 'POST') {
    const language = String(asked.params.ui_locales ?? 'id').startsWith('en') ? 'en' : 'id';
    return void response.writeHead(200, signInPageHeaders).end(signInPage(language));
  }
  const role = new URLSearchParams((await readBody(request, 10_000)).toString()).get('role') ?? '';
  if (!roles.some((each) => each === role))
    return void response.writeHead(303, { location: request.url ?? '/' }).end();
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: role } },
    { mergeWithLastSubmission: false },
  );
}

/** Like Cognito's: forgets who is signed in, and goes back to the console. */
function signOut({ headers }: IncomingMessage, response: ServerResponse): void {
  const cookies = (headers.cookie ?? '').split(/; */).map((cookie) => cookie.split('=')[0] ?? '');
  const gone = cookies
    .filter((name) => name.startsWith('_session'))
    .map((name) => `${name}=; Path=/; Max-Age=0`);
  response.writeHead(303, { location: '/', 'set-cookie': gone }).end();
}
