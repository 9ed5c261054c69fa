import { randomBytes } from 'node:crypto';
import type { Configuration, KoaContextWithOIDC, default as Provider } from 'oidc-provider';
import { kept } from '#local/secrets';
import { signInStore } from '#local/sign-in/sign-in-store';
import { algorithm, issuer, type Tokens, yearsSignedIn } from '#local/sign-in/tokens';
import { claimsOf, isUser } from '#local/sign-in/users';
import type { State } from '#local/state';
import type { Role } from '#triggers';

export const clientId = 'console';

/** `choosePath` is the page, without its id, on which somebody chooses who to be. */
type Options = Readonly<{ state: State; tokens: Tokens; port: number; choosePath: string }>;

/** Loaded at its first use: it is large, and most emulators of the tests never sign in. */
export async function startProvider(options: Options): Promise<Provider> {
  const { default: Provider } = await import('oidc-provider');
  return new Provider(issuer, configuration(options));
}

const configuration = ({ state, tokens, port, choosePath }: Options): Configuration => ({
  adapter: signInStore(state),
  clients: [clientAt(port)],
  jwks: { keys: [{ ...tokens.key, alg: algorithm }] as Required<Configuration>['jwks']['keys'] },
  cookies: { keys: [kept(state, 'secret.cookies', () => randomBytes(32).toString('hex'))] },
  claims: { openid: ['sub', 'token_use', 'cognito:groups'], profile: ['name'] },
  conformIdTokenClaims: false,
  clientBasedCORS: () => true,
  // Browsers go by the real clock: a cookie for one hour here may have expired before it is set.
  ttl: { AccessToken: age, IdToken: age, Session: age, Grant: age, Interaction: age },
  interactions: { url: (_, { uid }) => `${choosePath}${uid}` },
  findAccount: (_, role) => (isUser(role) ? accountOf(role) : undefined),
  loadExistingGrant: grantOf,
  extraTokenClaims: (_, token) =>
    'accountId' in token && isUser(token.accountId) ? claimsOf(token.accountId) : {},
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
        accessTokenTTL: age,
        jwt: { sign: { alg: algorithm } },
      }),
    },
  },
});

const age = yearsSignedIn * 365 * 86_400;
const api = `${issuer}/api`;

const clientAt = (port: number) => ({
  client_id: clientId,
  token_endpoint_auth_method: 'none' as const,
  redirect_uris: ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}/`),
  grant_types: ['authorization_code'],
  id_token_signed_response_alg: algorithm,
});

const accountOf = (role: Role) => ({
  accountId: role,
  claims: () => ({ sub: role, ...claimsOf(role), token_use: 'id' }),
});

/** Our own console needs no consent to know a name. */
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
