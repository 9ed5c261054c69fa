import { Aws, CfnOutput, Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { headersPolicy, pageAddresses } from '#lib/console/edge';
import type { Stage } from '#lib/stages';

export type Console = Readonly<{ distribution: Distribution; bucket: Bucket; url: string }>;

/** One address for the console's files, from a private bucket, and for the API under /api. */
export function consoleOf(stack: Stack, http: HttpApi, stage: Stage): Console {
  const scope = new Construct(stack, 'Console');
  const logs = logBucket(scope);
  const bucket = fileBucket(scope, logs);
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `The console of ${stage.settings.stage}`,
    httpVersion: HttpVersion.HTTP2_AND_3,
    enableLogging: true,
    logBucket: logs,
    logFilePrefix: 'console/',
    defaultBehavior: pagesFrom(bucket, scope, stage),
    additionalBehaviors: { '/api/*': callsTo(http) },
  });
  acknowledgeDistribution(distribution);
  const url = `https://${distribution.distributionDomainName}/`;
  new CfnOutput(stack, 'ConsoleUrl', { value: url });
  return { distribution, bucket, url };
}

const pagesFrom = (bucket: Bucket, scope: Construct, stage: Stage): BehaviorOptions => ({
  origin: S3BucketOrigin.withOriginAccessControl(bucket),
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  responseHeadersPolicy: headersPolicy(scope, stage),
  functionAssociations: [
    { function: pageAddresses(scope), eventType: FunctionEventType.VIEWER_REQUEST },
  ],
});

const callsTo = ({ apiId }: HttpApi): BehaviorOptions => ({
  origin: new HttpOrigin(`${apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
});

const closed = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
} as const;

const fileBucket = (scope: Construct, logs: Bucket): Bucket =>
  new Bucket(scope, 'Files', {
    ...closed,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'files/',
    removalPolicy: RemovalPolicy.DESTROY,
  });

/** Access logs for 90 days. CloudFront writes by access control lists: a bucket must opt in. */
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

function acknowledgeDistribution(distribution: Distribution): void {
  const reasons = {
    'AwsSolutions-CFR1':
      'Staff may be abroad for some days; everybody signs in with a second factor.',
    'AwsSolutions-CFR2':
      'A web ACL for CloudFront has to be in us-east-1. The API is throttled, sign-in protected.',
    'AwsSolutions-CFR4':
      'The minimum cannot be raised for *.cloudfront.net, only for a domain of the operator.',
  };
  for (const [id, reason] of Object.entries(reasons))
    Validations.of(distribution).acknowledge({ id, reason });
}
