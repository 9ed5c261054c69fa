import { expect, test } from 'vitest';
import { pieceQueue, uploads } from '#triggers';
import { functionOf, one, properties, resources, statements } from './staging.ts';

const [bucketId] = [...resources('AWS::S3::Bucket').keys()].filter((id) => /^Imports/.test(id));
const bucket = resources('AWS::S3::Bucket').get(bucketId ?? '') ?? {};

test('uploaded files are encrypted with the key of the table, and no version stays behind', () => {
  expect(bucket.BucketEncryption).toEqual({
    ServerSideEncryptionConfiguration: [
      {
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: {
          KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(/^DataKey/), 'Arn'] },
          SSEAlgorithm: 'aws:kms',
        },
      },
    ],
  });
  expect(bucket).not.toHaveProperty('VersioningConfiguration');
  const policy = properties('AWS::S3::BucketPolicy').find(
    ({ Bucket }) => (Bucket as { Ref: string }).Ref === bucketId,
  );
  expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
});

test('S3 deletes them within a week: it counts full days and rounds up to midnight', () => {
  expect(bucket.LifecycleConfiguration).toEqual({
    Rules: [
      {
        Status: 'Enabled',
        ExpirationInDays: 6,
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      },
    ],
  });
});

test('only pages of the console upload, and only to this bucket', () => {
  const origin = {
    'Fn::Join': [
      '',
      ['https://', { 'Fn::GetAtt': [expect.stringContaining('Distribution'), 'DomainName'] }],
    ],
  };
  expect(bucket.CorsConfiguration).toEqual({
    CorsRules: [
      {
        AllowedOrigins: [origin],
        AllowedMethods: [...uploads.cors.methods],
        AllowedHeaders: [...uploads.cors.headers],
        MaxAge: uploads.cors.maxAgeSeconds,
      },
    ],
  });
  const headers = JSON.stringify(one('AWS::CloudFront::ResponseHeadersPolicy', 'Headers'));
  expect(headers).toContain('https://ingat-imports-staging-');
});

test('a file that comes is told to split-import, whatever else is written to nobody', () => {
  expect(bucket.NotificationConfiguration).toEqual({
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  });
  expect(properties('AWS::Events::Rule')).toEqual([
    expect.objectContaining({
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [{ Ref: bucketId }] },
          object: { key: [{ prefix: uploads.prefix }] },
        },
      },
      Targets: [
        expect.objectContaining({
          Arn: { 'Fn::GetAtt': [expect.stringContaining('splitimportFunction'), 'Arn'] },
          DeadLetterConfig: {
            Arn: { 'Fn::GetAtt': [expect.stringContaining('splitimportDeadLetters'), 'Arn'] },
          },
        }),
      ],
    }),
  ]);
});

test('pieces are worked off by so many at once, and leave the senders alone', () => {
  expect(one('AWS::Lambda::EventSourceMapping', 'Piecespieces')).toMatchObject({
    BatchSize: pieceQueue.batchSize,
    ScalingConfig: { MaximumConcurrency: pieceQueue.maxConcurrency },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});

test('each function may do to files what it does, and nothing to those of others', () => {
  const granted = statements()
    .filter(({ policy }) => policy.startsWith('Imports'))
    .flatMap(({ policy, statement: { Action, Resource } }) =>
      [Action]
        .flat()
        .filter((action) => action.startsWith('s3:'))
        .map((action) => `${policy.split('Role')[0]} ${action} ${placeIn(Resource)}`),
    );
  expect(granted.toSorted()).toEqual([
    'Importsimportpiece s3:DeleteObject /uploads/*',
    'Importsimportpiece s3:GetObject /refused/*',
    'Importsimportpiece s3:GetObject /uploads/*',
    'Importsimportpiece s3:ListBucket ',
    'Importsimportpiece s3:PutObject /refused/*',
    'Importsimports s3:GetObject /refused/*',
    'Importsimports s3:PutObject /uploads/*',
  ]);
  expect(functionOf('split-import').Environment).not.toHaveProperty('Variables.IMPORT_FILES');
});

const placeIn = (resource: unknown): string =>
  /"(\/[^"]*)"/.exec(JSON.stringify(resource))?.[1] ?? '';
