import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { deliveryLogs } from '#triggers';
import { findStack } from '../aws/stack.ts';
import type { Check } from './check.ts';

/** SNS makes them by itself in an account that has logged texts before. */
export const deliveryLogGroups: Check<Readonly<{ names: readonly string[]; areOurs: boolean }>> = {
  name: 'delivery logs',
  needs: 'logs:DescribeLogGroups',
  read: async ({ logs, stacks }, { stage, account }) => {
    const prefix = `sns/${stage.region}/${account}/${deliveryLogs.groups[0]}`;
    const asked = new DescribeLogGroupsCommand({ logGroupNamePrefix: prefix });
    const { logGroups = [] } = await logs.send(asked);
    const names = logGroups.map(({ logGroupName = '' }) => logGroupName);
    return { names, areOurs: (await findStack(stacks, stage))?.isDeployed ?? false };
  },
  wanted: () => 'none before the first deployment, which makes them',
  judge: ({ names, areOurs }) => ({
    standing: areOurs || names.length === 0 ? 'ok' : 'stops the deployment',
    found: names.join(', ') || 'none yet',
  }),
  ask: ({ stage }) => `aws logs delete-log-group --region ${stage.region} --log-group-name NAME`,
  takes: 'a minute',
};
