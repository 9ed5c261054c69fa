import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Aws, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { Console } from '#lib/console';
import { type SignIn, signInHost } from '#lib/sign-in';
import type { Stage } from '#lib/stages';
import { cacheControl } from '#web/headers';

/** The built files, and the settings of this stage beside them: one build serves every stage. */
export function consoleFiles(
  stack: Stack,
  { bucket, distribution }: Console,
  { users, stage }: Readonly<{ users: SignIn; stage: Stage }>,
): void {
  const scope = new Construct(stack, 'ConsoleFiles');
  const built = builtConsole(stack);
  const logGroup = new LogGroup(scope, 'Log', {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const shared = { destinationBucket: bucket, prune: false, logGroup } as const;
  const assets = new BucketDeployment(scope, 'Assets', {
    ...shared,
    sources: [Source.asset(built, { exclude: ['*', '!assets', '!assets/**'] })],
    cacheControl: [CacheControl.fromString(cacheControl('/assets/'))],
  });
  const pages = new BucketDeployment(scope, 'Pages', {
    ...shared,
    sources: [
      Source.asset(built, { exclude: ['assets', 'assets/**', '.*', '.*/**'] }),
      Source.jsonData('settings.json', consoleSettings(users, stage)),
    ],
    cacheControl: [CacheControl.fromString(cacheControl('/'))],
    distribution,
    distributionPaths: ['/*'],
  });
  // A page must not be deployed before the files that it names.
  pages.node.addDependency(assets);
  acknowledgeDeployment(stack, bucket);
}

/** `web/dist`, or the folder that the context names: a test of the template needs no build. */
function builtConsole(stack: Stack): string {
  const built: string =
    stack.node.tryGetContext('console') ??
    fileURLToPath(new URL('../../web/dist', import.meta.url));
  if (existsSync(built)) return built;
  throw new Error('The console is not built: npm run build:web, then synth again');
}

type ConsoleSettings = Readonly<{ authority: string; clientId: string; signOutUrl: string }>;

/** Where the console lets people sign in and out. */
const consoleSettings = ({ pool, client }: SignIn, stage: Stage): ConsoleSettings => ({
  authority: `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/${pool.userPoolId}`,
  clientId: client.userPoolClientId,
  signOutUrl: `https://${signInHost(stage)}/logout`,
});

/** CDK's own function copies the files, only during a deployment. */
function acknowledgeDeployment(stack: Stack, bucket: Bucket): void {
  const provider = stack.node.children.find(({ node }) =>
    node.id.startsWith('Custom::CDKBucketDeployment'),
  );
  if (!provider) throw new Error('CDK has moved its function that copies the files');
  const reason =
    'It is CDK’s own and copies the console’s files: a deployment waits for it and fails with it.';
  const files = stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
  const objects = [
    `<${files}.Arn>`,
    `arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}`,
  ];
  const ofObjects = objects.map((arn) => `AwsSolutions-IAM5[Resource::${arn}/*]`);
  for (const id of [...ofDeployment, ...ofObjects])
    Validations.of(provider).acknowledge({ id, reason });
}

const ofDeployment = [
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  ...['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'].map(
    (action) => `AwsSolutions-IAM5[Action::${action}]`,
  ),
  'AwsSolutions-IAM5[Resource::*]',
  'AwsSolutions-L1',
  'Serverless-LambdaDLQ',
  'Serverless-LambdaLatestVersion',
  'Serverless-LambdaTracing',
];
