import { Stack, Validations } from 'aws-cdk-lib';
import { Effect, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IngatFunction } from '#lib/function';

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
      // SNS calls End User Messaging in the caller's name; no other service may.
      new PolicyStatement({
        actions: ['sms-voice:SendTextMessage'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:CalledViaLast': 'sns.amazonaws.com' } },
      }),
    ],
  });
  Validations.of(policy).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'A phone number has no ARN, so only * allows it; what has an ARN (topics) is denied.',
  });
}
