import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Stage } from '#lib/stages';
import { uploads } from '#triggers';

/**
 * The bucket has a name of its own, because the console's headers name it and it names the console:
 * one of the two has to be known before the other is made.
 */
const bucketName = ({ settings }: Stage): string =>
  `ingat-imports-${settings.stage}-${Aws.ACCOUNT_ID}`;

/** Where a browser uploads to, and nowhere else besides the API. */
export const uploadOrigin = (stage: Stage): string =>
  `https://${bucketName(stage)}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`;

type BucketProps = Readonly<{ stage: Stage; key: Key; consoleOrigin: string }>;

/**
 * Uploaded files, the one place where a NIK is stored, and what was refused of them. They go when
 * they are worked off, or with the days that triggers.ts says; no version of them stays behind.
 */
export function importBucket(scope: Construct, { stage, key, consoleOrigin }: BucketProps): Bucket {
  const bucket = new Bucket(scope, 'Files', {
    bucketName: bucketName(stage),
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    lifecycleRules: [
      {
        expiration: Duration.days(uploads.expireDays),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    cors: [
      {
        allowedOrigins: [consoleOrigin],
        allowedMethods: uploads.cors.methods.map((method) => HttpMethods[method]),
        allowedHeaders: [...uploads.cors.headers],
        maxAge: uploads.cors.maxAgeSeconds,
      },
    ],
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  });
  tellEventBridge(bucket);
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'Who began, applied and looked at an import is in the audit log; files last a week.',
  });
  return bucket;
}

/** CDK's own way is a function that sets this one property once the bucket is made. */
function tellEventBridge(bucket: Bucket): void {
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
}
