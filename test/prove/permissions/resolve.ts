import { properties, resources } from '../../unit/lib/staging.ts';

/** The stack as if it were deployed, to an account that is made up. */
export const account = '111122223333';
export const region = 'ap-southeast-3';

/** `ref`: what `Ref` gives, where that is not the logical id. */
type Deployed = Readonly<{ arn: string; ref?: string }>;

const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;

const types: Readonly<Record<string, (id: string, properties: Properties) => Deployed>> = {
  'AWS::DynamoDB::GlobalTable': (id) => ({ arn: arn('dynamodb', `table/${id}`) }),
  'AWS::KMS::Key': (id) => ({ arn: arn('kms', `key/${id}`) }),
  'AWS::SQS::Queue': (id) => ({
    arn: arn('sqs', id),
    ref: `https://sqs.${region}.amazonaws.com/${account}/${id}`,
  }),
  'AWS::SecretsManager::Secret': (id) => {
    const secret = arn('secretsmanager', `secret:${id}-AbCdEf`);
    return { arn: secret, ref: secret };
  },
  'AWS::Lambda::Function': (id) => ({ arn: arn('lambda', `function:${id}`) }),
  'AWS::Logs::LogGroup': (id) => ({ arn: arn('logs', `log-group:${id}:*`) }),
  'AWS::IAM::Role': (id) => ({ arn: `arn:aws:iam::${account}:role/${id}` }),
  'AWS::SNS::Topic': (id) => ({ arn: arn('sns', id), ref: arn('sns', id) }),
  'AWS::S3::Bucket': (id) => ({ arn: `arn:aws:s3:::${id}` }),
  'AWS::Cognito::UserPool': (id) => ({ arn: arn('cognito-idp', `userpool/${id}`) }),
  'AWS::Scheduler::ScheduleGroup': (_, { Name }) => ({
    arn: arn('scheduler', `schedule-group/${Name}`),
    ref: String(Name),
  }),
};

export type Properties = Readonly<Record<string, unknown>>;

const deployed = new Map<string, Deployed>(
  Object.entries(types).flatMap(([type, of]) =>
    [...resources(type)].map(([id, properties]): [string, Deployed] => [id, of(id, properties)]),
  ),
);

const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

const intrinsics: Readonly<Record<string, (given: unknown) => string>> = {
  Ref: (id) => pseudo[String(id)] ?? deployed.get(String(id))?.ref ?? String(id),
  'Fn::GetAtt': (given) => {
    const [id = '', name] = given as string[];
    const known = deployed.get(id)?.arn ?? id;
    if (name === 'StreamArn') return `${known}/stream/1`;
    return name === 'Arn' ? known : `${known}/${name}`;
  },
  'Fn::Join': (given) => {
    const [separator = '', parts = []] = given as [string, unknown[]];
    return parts.map(resolved).join(separator);
  },
  'Fn::Sub': (text) =>
    String(text).replace(/\$\{([^}]+)\}/g, (_, id) => intrinsics.Ref?.(id) ?? id),
};

/** A value of the template without its intrinsic functions. */
export function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[name, given] = ['', null]] = entries;
  const intrinsic = entries.length === 1 ? intrinsics[name] : undefined;
  return (
    intrinsic?.(given) ?? Object.fromEntries(entries.map(([key, each]) => [key, resolved(each)]))
  );
}

/** Of what a variable names: an ARN, a URL or a name. */
export const arnOf = (named: string): string =>
  [...deployed].find(([id, { arn, ref = id }]) => named === ref || named === arn)?.[1].arn ?? named;

/** The properties of each resource of this type. */
export const ofType = (type: string): readonly Properties[] =>
  properties(type).map((each) => resolved(each) as Properties);
