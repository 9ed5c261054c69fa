import { randomUUID } from 'node:crypto';
import type { PreTokenGenerationV2TriggerEvent as Asked } from 'aws-lambda';
import * as z from 'zod';
import type { Lambda } from '#local/lambda';
import type { User } from '#local/sign-in/users';
import { tokenTrigger } from '#triggers';

export const clientId = 'console';
/** Not an address: a token stays valid when the emulator gets another port. */
export const issuer = 'https://stage.ingat.local';
/** Seconds. The clock jumps by months, and users stay signed in through a jump for 50 years. */
export const tokenAge = 50 * 365 * 86_400;

export type Claims = Readonly<Record<string, unknown>>;

/** `source` is Cognito's word for why a token is made; `authTime` is in seconds since 1970. */
export type SignedIn = Readonly<{
  user: User;
  source: Asked['triggerSource'];
  scope: string;
  authTime: number;
  originJti: string;
}>;

/** What Cognito's access token says of a person, and what the trigger adds: it replaces nothing. */
export async function accessClaims(lambda: Lambda, signedIn: SignedIn): Promise<Claims> {
  const answered = await lambda.invoke(tokenTrigger.handler, eventOf(signedIn));
  return { ...addedBy(answered), ...ownClaims(signedIn) };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
function ownClaims({ user: { sub, role }, scope, authTime, originJti }: SignedIn): Claims {
  const iat = Math.floor(Date.now() / 1000);
  return {
    sub,
    'cognito:groups': [role],
    iss: issuer,
    version: 2,
    client_id: clientId,
    origin_jti: originJti,
    event_id: randomUUID(),
    token_use: 'access',
    scope,
    auth_time: authTime,
    exp: iat + tokenAge,
    iat,
    jti: randomUUID(),
    // Whoever signs in with an e-mail address has no other user name.
    username: sub,
  };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html */
const eventOf = ({ user: { sub, role, name, email }, source, scope }: SignedIn): unknown => ({
  version: '2',
  triggerSource: source,
  region: 'ap-southeast-3',
  userPoolId: 'ap-southeast-3_local',
  userName: sub,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
  request: {
    userAttributes: {
      sub,
      'cognito:user_status': 'CONFIRMED',
      email_verified: 'true',
      name,
      email,
    },
    groupConfiguration: { groupsToOverride: [role], iamRolesToOverride: [], preferredRole: null },
    scopes: scope.split(' '),
  },
  response: { claimsAndScopeOverrideDetails: null },
});

/** Cognito heeds what it knows by name, and refuses what is no event of this version. */
function addedBy(answered: unknown): Claims {
  const { data } = answer.safeParse(answered);
  if (!data) throw new Error('Unrecognizable lambda output');
  const { claimsAndScopeOverrideDetails: details } = data.response;
  return details?.accessTokenGeneration?.claimsToAddOrOverride ?? {};
}

const claimsToAdd = z.object({ claimsToAddOrOverride: z.record(z.string(), z.string()).nullish() });
const details = z.object({ accessTokenGeneration: claimsToAdd.nullish() });
const answer = z.object({
  version: z.literal('2'),
  response: z.object({ claimsAndScopeOverrideDetails: details.nullish() }),
});
