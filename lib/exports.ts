import { CfnOutput, Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/**
 * Where `npm run verify` and `npm run recount` export the table to, with their caller's own
 * credentials: no function reads or writes it. An export is all we know of everybody, so it goes
 * after a week, and with the stack.
 */
export function exportBucket(stack: Stack): void {
  const bucket = new Bucket(new Construct(stack, 'Exports'), 'Files', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    lifecycleRules: [
      { expiration: Duration.days(7), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'CloudTrail names who exported; only operators can read, and all is gone in a week.',
  });
  new CfnOutput(stack, 'ExportBucketName', { value: bucket.bucketName });
}
