import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  AwsCustomResource,
  AwsCustomResourcePolicy,
  PhysicalResourceId,
} from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { Ground } from '#lib/function';
import { deliveryLogs } from '#lib/messages/delivery-logs';
import type { Stage } from '#lib/stages';
import { ringAt, type Watch } from '#lib/watch';

/** How this account sends SMS. CloudFormation has no resource for it: it outlives the stack. */
export function smsAccount(stack: Stack, ground: Ground): void {
  const { stage, watch } = ground;
  const scope = new Construct(stack, 'Messages');
  const { role: deliveryRole } = deliveryLogs(scope, ground);
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
    policy: AwsCustomResourcePolicy.fromStatements(maySetAttributes(deliveryRole)),
    role,
    logGroup,
    memorySize: 256,
    installLatestAwsSdk: false,
  });
  attributes.node.addDependency(deliveryRole);
  acknowledgeAttributes(attributes);
  watchSpend(scope, stage, watch);
}

const maySetAttributes = (deliveryRole: Role): PolicyStatement[] => [
  new PolicyStatement({ actions: ['sns:SetSMSAttributes'], resources: ['*'] }),
  // SNS sets the spend limit at End User Messaging in the caller's name (AWS's policy for SNS).
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
];

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

function acknowledgeAttributes(attributes: AwsCustomResource): void {
  Validations.of(attributes).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'SMS attributes and the spend limit belong to the account, which these actions cannot name.',
  });
  const provider = Stack.of(attributes).node.findChild(
    `AWS${AwsCustomResource.PROVIDER_FUNCTION_UUID.replaceAll('-', '')}`,
  );
  const reason =
    'A deployment waits for its answer and fails with it, and CDK offers no way to set this.';
  for (const rule of ['Serverless-LambdaDLQ', 'Serverless-LambdaTracing'])
    Validations.of(provider).acknowledge({ id: rule, reason });
}

/** At the limit SNS stops sending until the month is over. */
function watchSpend(scope: Construct, { smsSpendLimitUsd }: Stage, watch: Watch): void {
  const metric = new Metric({
    namespace: 'AWS/SNS',
    metricName: 'SMSMonthToDateSpentUSD',
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  });
  const sentence = `SNS spent 80 % of its ${smsSpendLimitUsd} US$ a month; at 100 % no text leaves.`;
  ringAt(scope, 'Spend', { metric, threshold: 0.8 * smsSpendLimitUsd, sentence, watch });
}
