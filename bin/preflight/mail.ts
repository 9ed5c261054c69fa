import {
  DescribeUserPoolCommand,
  type EmailConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import { findStack } from '../aws/stack.ts';
import type { Check } from './check.ts';

/** Invitations and codes of staff. The stack sets none, so Cognito sends them itself. */
export const mail: Check<EmailConfigurationType> = {
  name: 'mail to staff',
  needs: 'cognito-idp:DescribeUserPool',
  read: async ({ stacks, users }, { stage }) => {
    const UserPoolId = (await findStack(stacks, stage))?.outputs.UserPoolId;
    if (!UserPoolId) return {};
    const { UserPool } = await users.send(new DescribeUserPoolCommand({ UserPoolId }));
    return UserPool?.EmailConfiguration ?? {};
  },
  wanted: () => 'SES, if on one day more than 50 people are invited or reset',
  judge: ({ EmailSendingAccount: sender }) =>
    sender === 'DEVELOPER'
      ? { standing: 'ok', found: 'SES' }
      : { standing: 'advice', found: 'Cognito’s own, 50 a day' },
  ask: () =>
    'a verified domain in SES, out of its sandbox, and `email` of the pool in lib/sign-in.ts',
  takes: 'a day until Support answers',
};
