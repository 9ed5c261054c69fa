import { GetRegionOptStatusCommand, type RegionOptStatus } from '@aws-sdk/client-account';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { ifThere } from '../aws/faults.ts';
import type { Check } from './check.ts';

/** An opt-in region such as Jakarta answers nothing before it is enabled. */
export const region: Check<RegionOptStatus | undefined> = {
  name: 'region',
  needs: 'account:GetRegionOptStatus',
  read: async ({ account }, { stage }) => {
    const asked = new GetRegionOptStatusCommand({ RegionName: stage.region });
    return (await account.send(asked)).RegionOptStatus;
  },
  wanted: ({ stage }) => `${stage.region} enabled in this account`,
  judge: (status = 'DISABLED', { stage }) => ({
    standing: status.startsWith('ENABLED') ? 'ok' : 'stops the deployment',
    found: `${stage.region} is ${status.toLowerCase().replaceAll('_', ' ')}`,
  }),
  ask: ({ stage }) => `aws account enable-region --region-name ${stage.region}`,
  takes: 'minutes, at times some hours',
};

/** The stack's own rule (CDK's CheckBootstrapVersion) refuses an older one. */
const oldestBootstrap = 6;

/** The buckets and roles through which `cdk deploy` works; undefined where there are none. */
export const bootstrap: Check<string | undefined> = {
  name: 'CDK bootstrap',
  needs: 'ssm:GetParameter',
  read: async ({ parameters }) => {
    const asked = new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' });
    return (await ifThere(parameters.send(asked), 'ParameterNotFound'))?.Parameter?.Value;
  },
  wanted: ({ stage }) => `version ${oldestBootstrap} or newer in ${stage.region}`,
  judge: (version) => ({
    standing: Number(version) >= oldestBootstrap ? 'ok' : 'stops the deployment',
    found: version === undefined ? 'none' : `version ${version}`,
  }),
  ask: ({ stage, account }) => `npx cdk bootstrap --app '' aws://${account}/${stage.region}`,
  takes: 'a few minutes',
};
