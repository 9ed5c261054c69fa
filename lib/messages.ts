import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import {
  AwsCustomResource,
  AwsCustomResourcePolicy,
  PhysicalResourceId,
} from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { type Ground, type IngatFunction, ingatFunction, shared } from '#lib/function';
import type { Stage } from '#lib/stages';
import { ringAt, type Watch } from '#lib/watch';
import { deliveryLogs as logs } from '#triggers';

/** Lets the function send texts to phones, and publish to no topic. */
export function allowTexts({ role }: IngatFunction): void {
  const policy = new Policy(role, 'Texts', {
    roles: [role],
    statements: [
      new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }),
      new PolicyStatement({
        effect: Effect.DENY,
        actions: ['sns:Publish'],
        resources: [`arn:${Stack.of(role).partition}:sns:*:*:*`],
      }),
      // SNS hands texts to End User Messaging in the caller's name; nobody else may do so with it.
      new PolicyStatement({
        actions: ['sms-voice:SendTextMessage'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:CalledViaLast': 'sns.amazonaws.com' } },
      }),
    ],
  });
  Validations.of(policy).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'A phone number has no ARN, so publishing to one can only be allowed on *. Everything that has an ARN (topics, endpoints) is denied beside it.',
  });
}

/** How this account sends SMS. CloudFormation has no resource for it; what was set stays set when the stack goes. */
export function smsAccount(stack: Stack, ground: Ground): void {
  const { stage, data, watch } = ground;
  const scope = new Construct(stack, 'Messages');
  const { delivered, undelivered } = deliveryLogs(scope, data.key);
  recordDeliveries(scope, [delivered, undelivered], ground);
  const deliveryRole = deliveryLogRole(scope, [delivered, undelivered]);
  const logGroup = new LogGroup(scope, 'Logs', {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const attributes = new AwsCustomResource(scope, 'SmsAttributes', {
    onUpdate: {
      service: 'SNS',
      action: 'SetSMSAttributes',
      parameters: { attributes: smsAttributes(stage, deliveryRole) },
      physicalResourceId: PhysicalResourceId.of('sms-attributes'),
    },
    policy: AwsCustomResourcePolicy.fromStatements([
      new PolicyStatement({ actions: ['sns:SetSMSAttributes'], resources: ['*'] }),
      // The spend limit is kept by End User Messaging, to which SNS hands it on in the caller's name (AWS's own policy for SNS lists these).
      new PolicyStatement({
        actions: ['sms-voice:SetTextMessageSpendLimitOverride', 'sms-voice:DescribeSpendLimits'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:CalledViaLast': 'sns.amazonaws.com' } },
      }),
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [deliveryRole.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'sns.amazonaws.com' } },
      }),
    ]),
    role,
    logGroup,
    memorySize: 256,
    installLatestAwsSdk: false,
  });
  attributes.node.addDependency(deliveryRole);
  acknowledgeAttributes(attributes);
  watchSpend(scope, stage, watch);
  watchQuota(scope, undelivered, watch);
}

const smsAttributes = (
  { settings, smsSpendLimitUsd }: Stage,
  deliveryRole: Role,
): Record<string, string> => ({
  DefaultSMSType: 'Transactional',
  MonthlySpendLimit: String(smsSpendLimitUsd),
  DeliveryStatusIAMRole: deliveryRole.roleArn,
  DeliveryStatusSuccessSamplingRate: '100',
  ...(settings.senderId ? { DefaultSenderID: settings.senderId } : {}),
});

/** SNS would make these two by itself, unencrypted and for ever; they hold phone numbers. A delivery log can come 72 hours late. */
function deliveryLogs(
  scope: Construct,
  key: Key,
): Readonly<{ delivered: LogGroup; undelivered: LogGroup }> {
  const { region, account, partition } = Stack.of(scope);
  const [delivered, undelivered] = logs.groups;
  const name = (group: string) => `sns/${region}/${account}/${group}`;
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncrypt*',
        'kms:GenerateDataKey*',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:${name(delivered)}*`,
        },
      },
    }),
  );
  const group = (id: string, logGroupName: string) =>
    new LogGroup(scope, id, {
      logGroupName,
      encryptionKey: key,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  return {
    delivered: group('Delivered', name(delivered)),
    undelivered: group('Undelivered', name(undelivered)),
  };
}

/** What SNS writes about texts goes to record-delivery in batches. A subscription does not wait for an answer: what it cannot take rests with its dead letters. */
function recordDeliveries(scope: Construct, groups: readonly LogGroup[], ground: Ground): void {
  const { lambda } = ingatFunction(scope, logs.handler, shared(ground), ground);
  const destination = new LambdaDestination(lambda);
  for (const group of groups)
    group.addSubscriptionFilter('Receipts', {
      destination,
      filterPattern: FilterPattern.allEvents(),
    });
}

function deliveryLogRole(scope: Construct, groups: readonly LogGroup[]): Role {
  const { account } = Stack.of(scope);
  const role = new Role(scope, 'DeliveryLogRole', {
    assumedBy: new ServicePrincipal('sns.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  });
  for (const group of groups)
    group.grant(role, 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents');
  return role;
}

function acknowledgeAttributes(attributes: AwsCustomResource): void {
  Validations.of(attributes).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'SMS attributes and the spend limit belong to the account: neither action has a resource that could be named.',
  });
  const provider = Stack.of(attributes).node.findChild(
    `AWS${AwsCustomResource.PROVIDER_FUNCTION_UUID.replaceAll('-', '')}`,
  );
  const reason =
    'It runs only in a deployment, which waits for its answer and fails with it; CDK leaves no way to set this.';
  for (const rule of ['Serverless-LambdaDLQ', 'Serverless-LambdaTracing'])
    Validations.of(provider).acknowledge({ id: rule, reason });
}

/** At the limit SNS stops sending, until the month is over. */
function watchSpend(scope: Construct, { smsSpendLimitUsd }: Stage, watch: Watch): void {
  const metric = new Metric({
    namespace: 'AWS/SNS',
    metricName: 'SMSMonthToDateSpentUSD',
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  });
  const sentence = `Four fifths of the ${smsSpendLimitUsd} US$ that SNS may spend this month are gone. At the limit nobody is reminded any more.`;
  ringAt(scope, 'Spend', { metric, threshold: 0.8 * smsSpendLimitUsd, sentence, watch });
}

/** Over its quota, or in the sandbox, SNS takes a text, gives it an id and never delivers it: only its log says so. */
function watchQuota(scope: Construct, undelivered: LogGroup, watch: Watch): void {
  const filter = undelivered.addMetricFilter('Quota', {
    filterPattern: FilterPattern.anyTerm('No quota left', 'sandbox'),
    metricNamespace: 'Ingat',
    metricName: 'undelivered-for-quota',
  });
  const sentence =
    'SNS takes texts and delivers none: the spend quota of the account is used up, or it is still in the SMS sandbox.';
  ringAt(scope, 'QuotaUsedUp', {
    metric: filter.metric({ statistic: Stats.SUM, period: Duration.minutes(5) }),
    sentence,
    watch,
  });
}
