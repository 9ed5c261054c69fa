import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IngatFunction } from '#lib/function';
import { uploads } from '#triggers';

type Users = Readonly<Record<'begin' | 'work', IngatFunction>>;

const uploaded = `${uploads.prefix}*`;
const refused = 'refused/*';

/**
 * Who signs a URL must be allowed what it allows. Without ListBucket S3 answers 403 instead of 404
 * where a file is gone, and nobody could tell it from a fault.
 */
export function allowFiles({ begin, work }: Users, bucket: Bucket, key: Key): void {
  allow(begin, ['s3:PutObject'], bucket.arnForObjects(uploaded));
  allow(begin, ['s3:GetObject'], bucket.arnForObjects(refused));
  allow(work, ['s3:GetObject', 's3:DeleteObject'], bucket.arnForObjects(uploaded));
  allow(work, ['s3:GetObject', 's3:PutObject'], bucket.arnForObjects(refused));
  allow(work, ['s3:ListBucket'], bucket.bucketArn);
  for (const user of [begin, work]) {
    user.role.addToPolicy(mayUseKey(key, bucket));
    acknowledge(user, bucket);
  }
}

const allow = ({ role }: IngatFunction, actions: string[], resource: string): void => {
  role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
};

/** S3 uses the key in the caller's name. */
const mayUseKey = ({ keyArn }: Key, bucket: Bucket): PolicyStatement =>
  new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [keyArn],
    conditions: {
      StringEquals: { 'kms:ViaService': `s3.${Stack.of(bucket).region}.amazonaws.com` },
    },
  });

function acknowledge({ role }: IngatFunction, bucket: Bucket): void {
  const files = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket);
  for (const objects of [uploaded, refused])
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${files}.Arn>/${objects}]`,
      reason: 'Each import makes objects of its own, under one of these two prefixes.',
    });
}
