import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { kept } from '#local/secrets';
import type { State } from '#local/state';
import type { Role } from '#triggers';

const issuer = 'https://stage.ingat.local';

export type Claims = Readonly<Record<string, unknown>>;
export type Tokens = Readonly<{ sign(role: Role): Promise<string>; verify(token: string): Promise<Claims | null> }>;

/** Access tokens as Cognito writes them, signed with a key that stays with the data. */
export function startTokens(state: State): Tokens {
  const key = Buffer.from(
    kept(state, 'secret.tokens', () => randomBytes(32).toString('hex')),
    'hex',
  );
  return {
    sign: (role) =>
      new SignJWT({ username: role, 'cognito:groups': [role], token_use: 'access', client_id: 'stage', scope: 'openid' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setSubject(`stage-${role}`)
        .setIssuedAt()
        // The clock jumps by months; whoever signed in before a jump is still signed in after it.
        .setExpirationTime('50 years')
        .sign(key),
    /** Null for a token that is not ours. */
    verify: (token) =>
      jwtVerify(token, key, { issuer, algorithms: ['HS256'] }).then(
        ({ payload }) => payload,
        () => null,
      ),
  };
}
