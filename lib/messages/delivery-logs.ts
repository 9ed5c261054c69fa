import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import type { Construct } from 'constructs';
import { type Ground, ingatFunction, shared } from '#lib/function';
import { ringAt, type Watch } from '#lib/watch';
import { deliveryLogs as logs } from '#triggers';

type DeliveryLogs = Readonly<{ delivered: LogGroup; undelivered: LogGroup; role: Role }>;

/**
 * Where SNS logs what became of each text, and record-delivery behind it. SNS would make these
 * groups itself, unencrypted and for ever; they hold phone numbers.
 */
export function deliveryLogs(scope: Construct, ground: Ground): DeliveryLogs {
  const { key } = ground.data;
  const [delivered, undelivered] = logs.groups;
  key.addToResourcePolicy(logsMayUseKey(scope, nameOf(scope, delivered)));
  const group = (id: string, name: string) =>
    new LogGroup(scope, id, {
      logGroupName: nameOf(scope, name),
      encryptionKey: key,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  const made = {
    delivered: group('Delivered', delivered),
    undelivered: group('Undelivered', undelivered),
  };
  recordDeliveries(scope, Object.values(made), ground);
  watchQuota(scope, made.undelivered, ground.watch);
  watchPrice(scope, made.undelivered, ground);
  return { ...made, role: deliveryLogRole(scope, Object.values(made)) };
}

function nameOf(scope: Construct, group: string): string {
  const { region, account } = Stack.of(scope);
  return `sns/${region}/${account}/${group}`;
}

/** Both groups begin with the name of the first. */
function logsMayUseKey(scope: Construct, name: string): PolicyStatement {
  const { region, account, partition } = Stack.of(scope);
  const groups = `arn:${partition}:logs:${region}:${account}:log-group:${name}*`;
  return new PolicyStatement({
    principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
    actions: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncrypt*',
      'kms:GenerateDataKey*',
      'kms:DescribeKey',
    ],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } },
  });
}

/** A subscription does not wait for an answer: failed batches go to the dead-letter queue. */
function recordDeliveries(scope: Construct, groups: readonly LogGroup[], ground: Ground): void {
  const { lambda } = ingatFunction(scope, logs.handler, shared(ground), ground);
  const destination = new LambdaDestination(lambda);
  for (const group of groups)
    group.addSubscriptionFilter('Receipts', {
      destination,
      filterPattern: FilterPattern.allEvents(),
    });
}

/**
 * Trusts SNS as AWS's own example does, without `aws:SourceAccount`: no page says that SNS sends it
 * for SMS, and without it every receipt would be lost. The role may write into these groups alone.
 */
function deliveryLogRole(scope: Construct, groups: readonly LogGroup[]): Role {
  const role = new Role(scope, 'DeliveryLogRole', {
    assumedBy: new ServicePrincipal('sns.amazonaws.com'),
  });
  for (const group of groups)
    group.grant(role, 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents');
  return role;
}

/** Over its quota or in the sandbox SNS accepts texts and drops them: only its log says so. */
function watchQuota(scope: Construct, undelivered: LogGroup, watch: Watch): void {
  const filter = undelivered.addMetricFilter('Quota', {
    filterPattern: FilterPattern.anyTerm('No quota left', 'sandbox'),
    metricNamespace: 'Ingat',
    metricName: 'undelivered-for-quota',
  });
  const sentence =
    'No text is delivered: the quota of SNS is used up, or the account is in its sandbox.';
  ringAt(scope, 'QuotaUsedUp', {
    metric: filter.metric({ statistic: Stats.SUM, period: Duration.minutes(5) }),
    sentence,
    watch,
  });
}

/** The rows say that the texts were taken; nobody got one. */
function watchPrice(scope: Construct, undelivered: LogGroup, { stage, watch }: Ground): void {
  const filter = undelivered.addMetricFilter('Price', {
    filterPattern: FilterPattern.allTerms('would exceed max price'),
    metricNamespace: 'Ingat',
    metricName: 'undelivered-for-price',
  });
  const { maxPriceUsdPerPart } = stage.settings;
  const sentence =
    `Texts are not sent: they would cost more than ${maxPriceUsdPerPart} US$ a part, the most ` +
    'that stages.ts allows. Is the price right, or the route wrong?';
  ringAt(scope, 'TooDear', {
    metric: filter.metric({ statistic: Stats.SUM, period: Duration.minutes(5) }),
    sentence,
    watch,
  });
}
