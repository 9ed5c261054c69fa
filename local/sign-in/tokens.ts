import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { kept } from '#local/secrets';
import { claimsOf } from '#local/sign-in/users';
import type { State } from '#local/state';
import type { Role } from '#triggers';

/** Not an address: a token stays valid when the emulator gets another port. */
export const issuer = 'https://stage.ingat.local';
export const algorithm = 'ES256' as const;
/** The clock jumps by months, and users stay signed in through a jump. */
export const yearsSignedIn = 50;

export type Claims = Readonly<Record<string, unknown>>;
export type Tokens = Readonly<{
  sign(role: Role): Promise<string>;
  verify(token: string): Promise<Claims | null>;
  key: JWK;
}>;

/** Access tokens as Cognito writes them, signed with a key that is kept with the data. */
export function startTokens(state: State): Tokens {
  const key: JWK = JSON.parse(kept(state, 'secret.signing', newKey));
  const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
  return {
    key,
    sign: async (role) =>
      new SignJWT({ ...claimsOf(role), client_id: 'stage', scope: 'openid' })
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setSubject(role)
        .setIssuedAt()
        .setExpirationTime(`${yearsSignedIn} years`)
        .sign(await importJWK(key, algorithm)),
    /** Null for a token that is not ours. Like API Gateway's authorizer it takes id tokens. */
    verify: (token) =>
      jwtVerify(token, publicKey, { issuer, algorithms: [algorithm] }).then(
        ({ payload }) => payload,
        () => null,
      ),
  };
}

const newKey = (): string =>
  JSON.stringify({
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
    use: 'sig',
  });
