import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Aws, CfnOutput, Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { type SignIn, signInHost } from '#lib/sign-in';
import type { Stage } from '#lib/stages';
import { cacheControl, securityHeaders } from '#web/headers';

export type Console = Readonly<{ distribution: Distribution; bucket: Bucket; url: string }>;

/** The console's address: its files from a bucket that nobody else reads, and under /api the API, uncached and untouched. */
export function consoleOf(stack: Stack, http: HttpApi, stage: Stage): Console {
  const scope = new Construct(stack, 'Console');
  const logs = logBucket(scope);
  const bucket = new Bucket(scope, 'Files', {
    ...closed,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'files/',
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `The console of ${stage.settings.stage}`,
    httpVersion: HttpVersion.HTTP2_AND_3,
    enableLogging: true,
    logBucket: logs,
    logFilePrefix: 'console/',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headersPolicy(scope, stage),
      functionAssociations: [
        { function: pageAddresses(scope), eventType: FunctionEventType.VIEWER_REQUEST },
      ],
    },
    additionalBehaviors: {
      '/api/*': {
        origin: new HttpOrigin(`${http.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    },
  });
  acknowledgeDistribution(distribution);
  const url = `https://${distribution.distributionDomainName}/`;
  new CfnOutput(stack, 'ConsoleUrl', { value: url });
  return { distribution, bucket, url };
}

const closed = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
} as const;

/** Who asked for which file or call, for 90 days. CloudFront writes its logs by access control lists, which a bucket has to allow. */
function logBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'AccessLogs', {
    ...closed,
    objectOwnership: ObjectOwnership.OBJECT_WRITER,
    lifecycleRules: [{ expiration: Duration.days(90) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It holds access logs itself; logging them would never end.',
  });
  return bucket;
}

/** The same headers that the stage sends (web/headers.ts); the console may call the sign-in of this stage besides its own origin. */
const headersPolicy = (scope: Construct, stage: Stage): ResponseHeadersPolicy => {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    'referrer-policy': _,
    'x-content-type-options': __,
    'x-frame-options': ___,
    ...others
  } = securityHeaders([
    `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`,
    `https://${signInHost(stage)}`,
  ]);
  return new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({
        header,
        value,
        override: true,
      })),
    },
  });
};

/** What `isPageAddress` of web/headers.ts says, in the words of a CloudFront function. Not by error pages: those would swallow the API's 403 and 404. */
const pageAddresses = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'PageAddresses', {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(pageAddressesCode),
  });

export const pageAddressesCode = `
function handler(event) {
  var request = event.request;
  if (!/\\.[a-z0-9]+$/i.test(request.uri)) request.uri = '/index.html';
  return request;
}
`;

/** The built files, and the settings of this stage beside them: one build serves every stage. */
export function consoleFiles(
  stack: Stack,
  { bucket, distribution }: Console,
  { pool, client }: SignIn,
  stage: Stage,
): void {
  const scope = new Construct(stack, 'ConsoleFiles');
  const built = fileURLToPath(new URL('../web/dist', import.meta.url));
  if (!existsSync(built))
    throw new Error('The console is not built: npm run build:web, then synth again');
  const settings = {
    authority: `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/${pool.userPoolId}`,
    clientId: client.userPoolClientId,
    signOutUrl: `https://${signInHost(stage)}/logout`,
  };
  const shared = { destinationBucket: bucket, prune: false } as const;
  const assets = new BucketDeployment(scope, 'Assets', {
    ...shared,
    sources: [Source.asset(built, { exclude: ['*', '!assets', '!assets/**'] })],
    cacheControl: [CacheControl.fromString(cacheControl('/assets/'))],
  });
  const pages = new BucketDeployment(scope, 'Pages', {
    ...shared,
    sources: [
      Source.asset(built, { exclude: ['assets', 'assets/**', '.*', '.*/**'] }),
      Source.jsonData('settings.json', settings),
    ],
    cacheControl: [CacheControl.fromString(cacheControl('/'))],
    distribution,
    distributionPaths: ['/*'],
  });
  // A page must not be there before the files that it names.
  pages.node.addDependency(assets);
  acknowledgeDeployment(stack, bucket);
}

function acknowledgeDistribution(distribution: Distribution): void {
  const reasons = {
    'AwsSolutions-CFR1':
      'Who works here may be abroad for some days; everybody signs in with a second factor.',
    'AwsSolutions-CFR2':
      'A web ACL for CloudFront belongs to us-east-1, outside this stack. The API is throttled, and sign-in has its own threat protection.',
    'AwsSolutions-CFR4':
      'Under *.cloudfront.net the minimum cannot be raised; it can with the domain and certificate of the one who runs it.',
  };
  for (const [id, reason] of Object.entries(reasons))
    Validations.of(distribution).acknowledge({ id, reason });
}

/** CDK's own function copies the files, in a deployment alone. */
function acknowledgeDeployment(stack: Stack, bucket: Bucket): void {
  const provider = stack.node.children.find(({ node }) =>
    node.id.startsWith('Custom::CDKBucketDeployment'),
  );
  if (!provider) throw new Error('The function that copies the console is not where it was');
  const reason =
    'It is CDK’s own and copies the built files into the bucket: it runs only in a deployment, which waits for it and fails with it.';
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
