import { Aws, CfnOutput, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { type Ground, ingatFunction } from '#lib/function';
import { invitation, invitationLasts } from '#lib/sign-in/invitation';
import type { Stage } from '#lib/stages';
import { roles, signInCallback, tokenTrigger } from '#triggers';

export type SignIn = Readonly<{ pool: UserPool; client: UserPoolClient }>;

/** Staff sign in with Cognito: an admin makes them, with a second factor and a group per role. */
export function signIn(stack: Stack, ground: Ground, consoleUrl: string): SignIn {
  const { stage } = ground;
  const scope = new Construct(stack, 'SignIn');
  const pool = userPool(scope, stage, consoleUrl);
  nameStaff(scope, pool, ground);
  for (const role of roles) pool.addGroup(role, { groupName: role });
  // A prefix is unique in the region, across all accounts.
  pool.addDomain('Domain', { cognitoDomain: { domainPrefix: domainPrefix(stage) } });
  const client = consoleClient(pool, consoleUrl);
  new CfnOutput(stack, 'UserPoolId', { value: pool.userPoolId });
  new CfnOutput(stack, 'UserPoolClientId', { value: client.userPoolClientId });
  new CfnOutput(stack, 'SignInUrl', { value: `https://${signInHost(stage)}` });
  return { pool, client };
}

const domainPrefix = ({ settings }: Stage): string => `ingat-${settings.stage}-${Aws.ACCOUNT_ID}`;

/** Where people type their password, and where the console's tokens come from. */
export const signInHost = (stage: Stage): string =>
  `${domainPrefix(stage)}.auth.${Aws.REGION}.amazoncognito.com`;

const userPool = (scope: Construct, { isProtected }: Stage, consoleUrl: string): UserPool =>
  new UserPool(scope, 'Users', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    // A new e-mail address, by which somebody may be called, counts once it is confirmed.
    keepOriginal: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    userInvitation: invitation(consoleUrl),
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { sms: false, otp: true },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: invitationLasts,
    },
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: isProtected,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });

/** CDK lets this pool alone invoke the function. */
function nameStaff(scope: Construct, pool: UserPool, ground: Ground): void {
  const { lambda } = ingatFunction(scope, tokenTrigger.handler, {}, ground);
  pool.addTrigger(
    UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
    lambda,
    LambdaVersion[tokenTrigger.version],
  );
}

/** Authorization code with PKCE: a page in a browser can keep no secret. */
const consoleClient = (pool: UserPool, consoleUrl: string): UserPoolClient =>
  pool.addClient('Console', {
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
      callbackUrls: [consoleUrl, signInCallback],
      logoutUrls: [consoleUrl],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    // Nobody writes their own name: it stands for them in the audit log.
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
    preventUserExistenceErrors: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
  });
