import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Stage } from '#lib/stages';
import { warmThroughput } from '#lib/warm-throughput';
import { table as plan } from '#table';
import { type HandlerName, type Route, routes } from '#triggers';

export type Data = Readonly<{ table: TableV2; key: Key }>;

/** The one table of functions/table.ts. It outlives the stack, and so does its key. */
export function dataOf(stack: Stack, { isProtected, settings, paymentThrottle }: Stage): Data {
  const scope = new Construct(stack, 'Data');
  const key = new Key(scope, 'Key', {
    description: 'Workers and payments of Ingat',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  const text = (name: string) => ({ name, type: AttributeType.STRING });
  const warm = warmThroughput({
    textParts: settings.smsPartsPerSecond,
    payments: paymentThrottle.rateLimit,
  });
  const table = new TableV2(scope, 'Table', {
    partitionKey: text(plan.partitionKey),
    sortKey: text(plan.sortKey),
    billing: Billing.onDemand(),
    ...(warm.table ? { warmThroughput: warm.table } : {}),
    globalSecondaryIndexes: indexes.map(([indexName, { partitionKey, sortKey }]) => {
      const ofIndex = warm[indexName];
      return {
        indexName,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType.KEYS_ONLY,
        ...(ofIndex ? { warmThroughput: ofIndex } : {}),
      };
    }),
    dynamoStream: StreamViewType[plan.stream],
    timeToLiveAttribute: plan.ttl,
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: isProtected,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  new CfnOutput(stack, 'TableName', { value: table.tableName });
  return { table, key };
}

type IndexName = keyof typeof plan.indexes;
const indexes = Object.entries(plan.indexes) as [
  IndexName,
  { partitionKey: string; sortKey: string },
][];

type Access = Readonly<{
  items: readonly `dynamodb:${string}`[];
  indexes: readonly (keyof typeof plan.indexes)[];
}>;

const getOne = 'dynamodb:GetItem';
const getMany = 'dynamodb:BatchGetItem';
const query = 'dynamodb:Query';
const put = 'dynamodb:PutItem';
const update = 'dynamodb:UpdateItem';
const remove = 'dynamodb:DeleteItem';
const removeMany = 'dynamodb:BatchWriteItem';
const check = 'dynamodb:ConditionCheckItem';

/**
 * What the stores of each function call, and nothing else; the audit log is added below. A
 * transaction needs the permission of each of its parts and none of its own.
 */
const tableAccess = {
  me: { items: [], indexes: [] },
  'import-workers': { items: [getOne, getMany, query, put, update, remove], indexes: [] },
  workers: {
    items: [getOne, getMany, query, put, update, remove, removeMany],
    indexes: ['due', 'phone', 'named'],
  },
  plan: { items: [getOne, query, put, check], indexes: [] },
  'send-sample': { items: [getOne, query, put, update, remove], indexes: [] },
  runs: { items: [getOne, query, put, update], indexes: [] },
  attention: { items: [getOne, getMany, query, put, remove, check], indexes: [] },
  'receive-payment': { items: [getOne, getMany, query, put, update, check], indexes: [] },
  'import-payments': { items: [getOne, getMany, query, put, update, check], indexes: [] },
  payments: { items: [getOne, getMany, query, put, update, remove, check], indexes: [] },
  'plan-preview': { items: [getOne, getMany, query], indexes: ['phone'] },
  imports: { items: [getOne, getMany, query, put], indexes: [] },
  'split-import': { items: [getOne, put], indexes: [] },
  'import-piece': { items: [getOne, getMany, query, put, update, remove, check], indexes: [] },
  'audit-log': { items: [query], indexes: [] },
  renewals: { items: [getOne, query], indexes: ['due'] },
  'apply-plan': { items: [getOne, put, update], indexes: [] },
  'plan-run': { items: [query, put], indexes: [] },
  'send-reminders': {
    items: [getOne, getMany, query, put, update, remove, check],
    indexes: ['due'],
  },
  'record-delivery': { items: [getMany, query, put, update, remove], indexes: ['phone'] },
  tally: { items: [getOne, query, update], indexes: [] },
  'spend-credit': { items: [getOne, getMany, put], indexes: ['credit'] },
  watchdog: {
    items: [getOne, getMany, query, put, update, remove, removeMany],
    indexes: ['due'],
  },
  // Whoever signs in waits for it, and it needs nothing of the table.
  'name-staff': null,
} as const satisfies Record<HandlerName, Access | null>;

/** Lets the role do what its function needs, if anything, and use the key only through DynamoDB. */
export function allowTable(role: Role, handler: HandlerName, { table, key }: Data): void {
  const access: Access | null = tableAccess[handler];
  if (!access) return;
  const { items: own, indexes } = access;
  const calls: readonly Route[] = routes.filter((route) => route.handler === handler);
  // A caller who is refused for their role is written down, whatever the call.
  const isForRoles = calls.some((call) => typeof call.roles !== 'string');
  // The outcome of an act is written behind its entry; that of a look is in it.
  const hasActs = calls.some(({ audited }) => audited === 'act');
  const audit = [...(isForRoles ? [put] : []), ...(hasActs ? [update] : [])];
  const items = [...new Set([...own, ...audit])];
  role.addToPolicy(new PolicyStatement({ actions: items, resources: [table.tableArn] }));
  if (indexes.length > 0)
    role.addToPolicy(
      new PolicyStatement({
        actions: [query],
        resources: indexes.map((index) => `${table.tableArn}/index/${index}`),
      }),
    );
  role.addToPolicy(mayUseKey(key, Stack.of(role).region));
}

/**
 * DynamoDB uses the key in the caller's name (developer guide, "Authorizing use of your customer
 * managed key").
 */
const mayUseKey = ({ keyArn }: Key, region: string): PolicyStatement =>
  new PolicyStatement({
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    resources: [keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
  });
