import { Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetters } from '#lib/dead-letters';
import type { IngatFunction } from '#lib/function';
import type { Watch } from '#lib/watch';
import { type DeadLetterQueue, planSchedules, upkeepSchedules } from '#triggers';

/** A group of schedules, the role that EventBridge Scheduler assumes, and its dead letters. */
export type ScheduleGroup = Readonly<{ group: CfnScheduleGroup; role: Role; deadLetters: Queue }>;

type GroupProps = Readonly<{
  letters: DeadLetterQueue;
  targets: readonly IFunction[];
  sentence: string;
  watch: Watch;
}>;

export function scheduleGroup(
  parent: Construct,
  name: string,
  { letters, targets, sentence, watch }: GroupProps,
): ScheduleGroup {
  const scope = new Construct(parent, `${name}-schedules`);
  const group = new CfnScheduleGroup(scope, 'Group', { name });
  const queue = deadLetters(scope, letters, { sentence, watch });
  // The source is the group, not the schedule. Without both conditions the Scheduler could use
  // the role for somebody else's account.
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: {
        StringEquals: {
          'aws:SourceAccount': Stack.of(scope).account,
          'aws:SourceArn': group.attrArn,
        },
      },
    }),
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: targets.map(({ functionArn }) => functionArn),
    }),
  );
  role.addToPolicy(
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
  );
  return { group, role, deadLetters: queue };
}

/** Lets a function change the schedules of this group, and give them its role and no other. */
export function allowScheduling(
  { role }: IngatFunction,
  { group, role: passed }: ScheduleGroup,
): void {
  const arnOf = (resourceName: string) =>
    Stack.of(role).formatArn({ service: 'scheduler', resource: 'schedule', resourceName });
  const [ours, all] = [arnOf(`${planSchedules.group}/*`), arnOf('*/*')];
  const policy = new Policy(role, 'Scheduling', {
    roles: [role],
    statements: [
      new PolicyStatement({
        actions: ['Create', 'Update', 'Delete', 'Get'].map((verb) => `scheduler:${verb}Schedule`),
        resources: [ours],
      }),
      new PolicyStatement({ actions: ['scheduler:ListSchedules'], resources: [all] }),
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [passed.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    ],
  });
  policy.node.addDependency(group);
  Validations.of(policy).acknowledge(
    {
      id: found(policy, ours),
      reason: 'The plan names its schedules at run time; this group has no others.',
    },
    {
      id: found(policy, all),
      reason:
        'IAM checks ListSchedules against all groups (aws-cdk issue 38201). It lists only names.',
    },
  );
}

/** cdk-nag writes what an ARN refers to as `<AWS::AccountId>`. */
const found = (scope: Construct, arn: string): string => {
  const { 'Fn::Join': [separator, parts] = ['', []] } = Stack.of(scope).resolve(arn);
  const written = parts.map((part: string | { Ref: string }) =>
    typeof part === 'string' ? part : `<${part.Ref}>`,
  );
  return `AwsSolutions-IAM5[Resource::${written.join(separator)}]`;
};

/** The fixed schedules of triggers.ts. A firing can call its target twice: all are repeatable. */
export function upkeep(
  parent: Construct,
  functions: Readonly<Record<UpkeepHandler, IngatFunction>>,
  watch: Watch,
): void {
  const names = upkeepSchedules.map(({ name }) => name).join(', ');
  const { group, role, deadLetters } = scheduleGroup(parent, `${planSchedules.group}-upkeep`, {
    letters: 'upkeep-schedules',
    targets: Object.values(functions).map(({ lambda }) => lambda),
    sentence: `Upkeep of the reminders did not start (one of ${names}).`,
    watch,
  });
  for (const { name, expression, timezone, handler } of upkeepSchedules)
    new CfnSchedule(group, name, {
      name,
      groupName: group.ref,
      scheduleExpression: expression,
      scheduleExpressionTimezone: timezone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functions[handler].lambda.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3_600 },
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
}

type UpkeepHandler = (typeof upkeepSchedules)[number]['handler'];
