import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Lambda } from '#local/lambda';
import { kept } from '#local/secrets';
import {
  accessClaims,
  type Claims,
  clientId,
  issuer,
  type SignedIn,
} from '#local/sign-in/access-token';
import { type UserId, users } from '#local/sign-in/users';
import type { State } from '#local/state';

export const algorithm = 'ES256' as const;

export type Tokens = Readonly<{
  /** Of an access token for whoever has signed in. */
  claims(signedIn: SignedIn): Promise<Claims>;
  /** An access token for somebody who signs in without a browser. */
  sign(id: UserId): Promise<string>;
  verify(token: string): Promise<Claims | null>;
  key: JWK;
}>;

/** Tokens as Cognito writes them, signed with a key that is kept with the data. */
export function startTokens(state: State, lambda: Lambda): Tokens {
  const key: JWK = JSON.parse(kept(state, 'secret.signing', newKey));
  const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
  const claims = (signedIn: SignedIn): Promise<Claims> => accessClaims(lambda, signedIn);
  return {
    key,
    claims,
    sign: async (id) =>
      new SignJWT(await claims(withoutBrowser(id)))
        .setProtectedHeader({ alg: algorithm })
        .sign(await importJWK(key, algorithm)),
    /** Null for a token that is not ours. Like API Gateway's authorizer it takes id tokens. */
    verify: (token) =>
      jwtVerify(token, publicKey, { issuer, algorithms: [algorithm] }).then(
        ({ payload }) => (isForConsole(payload) ? payload : null),
        () => null,
      ),
  };
}

/** An id token has an audience, an access token of Cognito its client alone. */
const isForConsole = ({ aud, client_id }: Claims): boolean => (aud ?? client_id) === clientId;

const withoutBrowser = (id: UserId): SignedIn => ({
  user: users[id],
  source: 'TokenGeneration_Authentication',
  // What Cognito grants where nobody asks for a scope.
  scope: 'aws.cognito.signin.user.admin',
  authTime: Math.floor(Date.now() / 1000),
  originJti: randomUUID(),
});

const newKey = (): string =>
  JSON.stringify({
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
    use: 'sig',
  });
