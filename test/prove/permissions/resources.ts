import { resources } from '../../unit/lib/staging.ts';
import { arnOf, ofType, type Properties, resolved } from './resolve.ts';

/** The policy of a resource itself: of a key, a queue or a secret. */
export const policyOf = (arn: string): unknown => policies.get(arn);

const policies = new Map<string, unknown>([
  ...eachOf('AWS::KMS::Key', ({ KeyPolicy }) => KeyPolicy),
  ...ofType('AWS::SQS::QueuePolicy').flatMap(({ Queues, PolicyDocument }) =>
    (Queues as string[]).map((url): [string, unknown] => [arnOf(url), PolicyDocument]),
  ),
  ...ofType('AWS::SecretsManager::ResourcePolicy').map(
    ({ SecretId, ResourcePolicy }): [string, unknown] => [String(SecretId), ResourcePolicy],
  ),
]);

/** The key that encrypts what it holds: its service uses the key in the caller's name. */
export const keyOf = (arn: string): string | undefined =>
  keys.get(arn.replace(/\/(index|stream|uploads|refused)\/.*/, ''))?.toString();

const keys = new Map<string, unknown>([
  ...eachOf('AWS::SecretsManager::Secret', ({ KmsKeyId }) => KmsKeyId),
  ...eachOf('AWS::SQS::Queue', ({ KmsMasterKeyId }) => KmsMasterKeyId),
  ...eachOf('AWS::S3::Bucket', ({ BucketEncryption }) => bucketKeyIn(BucketEncryption)),
  ...eachOf(
    'AWS::DynamoDB::GlobalTable',
    ({ Replicas }) => (Replicas as Encrypted[])[0]?.SSESpecification?.KMSMasterKeyId,
  ),
]);

type BucketEncryption = Readonly<{
  ServerSideEncryptionConfiguration?: readonly Readonly<{
    ServerSideEncryptionByDefault: Readonly<{ KMSMasterKeyID?: unknown }>;
  }>[];
}>;

function bucketKeyIn(encryption: unknown): unknown {
  const [rule] =
    (encryption as BucketEncryption | undefined)?.ServerSideEncryptionConfiguration ?? [];
  return rule?.ServerSideEncryptionByDefault.KMSMasterKeyID;
}

type Encrypted = Readonly<{ SSESpecification?: Readonly<{ KMSMasterKeyId: unknown }> }>;

/** What is found in each resource of the type, by its ARN. */
function eachOf(
  type: string,
  find: (properties: Properties) => unknown,
): readonly [string, unknown][] {
  return [...resources(type)].flatMap(([id, properties]): [string, unknown][] => {
    const found = resolved(find(properties));
    return found ? [[String(resolved({ 'Fn::GetAtt': [id, 'Arn'] })), found]] : [];
  });
}
