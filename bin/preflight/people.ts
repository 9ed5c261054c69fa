import { type CertificateDetail, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import {
  DescribeUserPoolCommand,
  type EmailConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Stage } from '#lib/stages';
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

type Domain = Readonly<{ name: string; certificateArn: string }>;
const domainOf = ({ domain = null }: Stage & Readonly<{ domain?: Domain | null }>) => domain;

/** Of the console's own name; null where the stage has none. */
export const certificate: Check<CertificateDetail | null> = {
  name: 'certificate',
  needs: 'acm:DescribeCertificate',
  read: async ({ certificates }, { stage }) => {
    const domain = domainOf(stage);
    if (domain === null) return null;
    const asked = new DescribeCertificateCommand({ CertificateArn: domain.certificateArn });
    return certificates.send(asked).then(
      ({ Certificate }) => Certificate ?? {},
      (error) => {
        if (error.name === 'ResourceNotFoundException') return {};
        throw error;
      },
    );
  },
  wanted: ({ stage }) => `one that is issued in us-east-1 for ${domainOf(stage)?.name}`,
  judge: (found, { stage }) => {
    const domain = domainOf(stage);
    if (domain === null) return { standing: 'ok', found: 'no domain of its own in lib/stages.ts' };
    const faults = faultsOf(found ?? {}, domain);
    return {
      standing: faults.length === 0 ? 'ok' : 'stops the deployment',
      found: faults.join(', ') || `issued for ${domain.name}`,
    };
  },
  ask: ({ stage }) =>
    `aws acm request-certificate --region us-east-1 --validation-method DNS --domain-name ` +
    `${domainOf(stage)?.name}, and the record that it names in the domain’s DNS`,
  takes: 'minutes to hours after the record is there',
};

function faultsOf(
  { Status: status, DomainName = '', SubjectAlternativeNames: others = [] }: CertificateDetail,
  { name, certificateArn }: Domain,
): readonly string[] {
  const names = [...new Set([DomainName, ...others])];
  return [
    ...(certificateArn.split(':')[3] === 'us-east-1' ? [] : ['one in another region']),
    ...(status === 'ISSUED' ? [] : [status ? `one that is ${status}` : 'none with that ARN']),
    ...(!status || names.some((each) => covers(each, name)) ? [] : [`one for ${names.join(', ')}`]),
  ];
}

/** A wildcard stands for one label. */
const covers = (certified: string, name: string): boolean =>
  certified === name ||
  (certified.startsWith('*.') && name.slice(name.indexOf('.')) === certified.slice(1));
