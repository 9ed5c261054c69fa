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
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeDistribution, consoleOrigin, ownDomain } from '#lib/console/domain';
import { headersPolicy, pageAddresses } from '#lib/console/edge';
import type { Stage } from '#lib/stages';

export type Console = Readonly<{
  distribution: Distribution;
  bucket: Bucket;
  origin: string;
  url: string;
}>;

/** One address for the console's files, from a private bucket, and for the API under /api. */
export function consoleOf(stack: Stack, http: HttpApi, stage: Stage): Console {
  const scope = new Construct(stack, 'Console');
  const logs = logBucket(scope);
  const bucket = fileBucket(scope, logs);
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `The console of ${stage.settings.stage}`,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultBehavior: pagesFrom(bucket, scope, stage),
    additionalBehaviors: { '/api/*': callsTo(http) },
    ...ownDomain(scope, stage),
  });
  acknowledgeDistribution(distribution, stage);
  const origin = consoleOrigin(distribution, stage);
  const url = `${origin}/`;
  new CfnOutput(stack, 'ConsoleUrl', { value: url });
  new CfnOutput(stack, 'DistributionDomainName', { value: distribution.distributionDomainName });
  return { distribution, bucket, origin, url };
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
    autoDeleteObjects: true,
  });

/** Access logs of the files, for 90 days. */
function logBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'AccessLogs', {
    ...closed,
    lifecycleRules: [{ expiration: Duration.days(90) }],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It holds access logs itself; logging them would never end.',
  });
  return bucket;
}
