import { randomBytes } from 'node:crypto';
import type { Configuration, KoaContextWithOIDC, default as Provider } from 'oidc-provider';
import { kept } from '#local/secrets';
import {
  type Claims,
  clientId,
  issuer,
  type SignedIn,
  tokenAge,
} from '#local/sign-in/access-token';
import { signInStore } from '#local/sign-in/sign-in-store';
import { algorithm, type Tokens } from '#local/sign-in/tokens';
import { userOf } from '#local/sign-in/users';
import type { State } from '#local/state';
import { signInCallback } from '#triggers';

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
  claims: {
    openid: ['sub', 'token_use', 'cognito:groups', 'cognito:username'],
    profile: ['name'],
  },
  conformIdTokenClaims: false,
  clientBasedCORS: () => true,
  // Browsers go by the real clock: a cookie for one hour here may have expired before it is set.
  ttl: Object.fromEntries(aging.map((model) => [model, tokenAge])),
  // Cognito gives one with every sign-in, and the same one for its whole life.
  issueRefreshToken: () => true,
  rotateRefreshToken: false,
  interactions: { url: (_, { uid }) => `${choosePath}${uid}` },
  findAccount: (_, sub) => accountOf(sub),
  loadExistingGrant: grantOf,
  formats: {
    customizers: {
      jwt: async (context, _, token) => {
        token.payload = withAudience(await tokens.claims(signedInBy(context)));
      },
    },
  },
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
        accessTokenTTL: tokenAge,
        jwt: { sign: { alg: algorithm } },
      }),
    },
  },
});

const aging = ['AccessToken', 'IdToken', 'RefreshToken', 'Session', 'Grant', 'Interaction'];
const api = `${issuer}/api`;

const clientAt = (port: number) => ({
  client_id: clientId,
  token_endpoint_auth_method: 'none' as const,
  redirect_uris: [
    ...['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}/`),
    signInCallback,
  ],
  grant_types: ['authorization_code', 'refresh_token'],
  id_token_signed_response_alg: algorithm,
});

const accountOf = (sub: string) => {
  const user = userOf(sub);
  return (
    user && {
      accountId: sub,
      claims: () => ({
        sub,
        name: user.name,
        token_use: 'id',
        'cognito:groups': [user.role],
        'cognito:username': sub,
      }),
    }
  );
};

function signedInBy({ oidc }: KoaContextWithOIDC): SignedIn {
  const { AuthorizationCode: code, RefreshToken: refresh } = oidc.entities;
  const { accountId = '', authTime = 0, grantId = '', scope = '' } = code ?? refresh ?? {};
  const user = userOf(accountId);
  if (!user) throw new Error(`There is no user ${accountId}`);
  const source = code ? 'TokenGeneration_HostedAuth' : 'TokenGeneration_RefreshTokens';
  return { user, source, scope, authTime, originJti: grantId };
}

/** The provider signs no token without an audience; Cognito's has none. So it is not written. */
const withAudience = (claims: Claims): Record<string, unknown> =>
  Object.defineProperty({ ...claims }, 'aud', { value: api, writable: true, enumerable: false });

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
