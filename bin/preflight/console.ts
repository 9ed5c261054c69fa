import { type CertificateDetail, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { GetWebACLCommand } from '@aws-sdk/client-wafv2';
import { ifThere } from '../aws/faults.ts';
import type { Check } from './check.ts';

/** Of the console's own name; null where the stage has none. */
export const certificate: Check<CertificateDetail | null> = {
  name: 'certificate',
  needs: 'acm:DescribeCertificate',
  read: async ({ certificates }, { stage: { domain } }) => {
    if (domain === null) return null;
    const asked = new DescribeCertificateCommand({ CertificateArn: domain.certificateArn });
    const found = await ifThere(certificates.send(asked), 'ResourceNotFoundException');
    return found?.Certificate ?? {};
  },
  wanted: ({ stage }) => `one that is issued in us-east-1 for ${stage.domain?.name}`,
  judge: (found, { stage: { domain } }) => {
    if (domain === null) return { standing: 'ok', found: 'no domain of its own in lib/stages.ts' };
    const faults = faultsOf(found ?? {}, domain.name);
    return {
      standing: faults.length === 0 ? 'ok' : 'stops the deployment',
      found: faults.join(', ') || `issued for ${domain.name}`,
    };
  },
  ask: ({ stage }) =>
    `aws acm request-certificate --region us-east-1 --validation-method DNS --domain-name ` +
    `${stage.domain?.name}, and the record that it names in the domain’s DNS`,
  takes: 'minutes to hours after the record is there',
};

function faultsOf(
  { Status: status, DomainName = '', SubjectAlternativeNames: others = [] }: CertificateDetail,
  name: string,
): readonly string[] {
  if (!status) return ['none with that ARN'];
  const names = [...new Set([DomainName, ...others])];
  return [
    ...(status === 'ISSUED' ? [] : [`one that is ${status}`]),
    ...(names.some((each) => covers(each, name)) ? [] : [`one for ${names.join(', ')}`]),
  ];
}

/** A wildcard stands for one label. */
const covers = (certified: string, name: string): boolean =>
  certified === name ||
  (certified.startsWith('*.') && name.slice(name.indexOf('.')) === certified.slice(1));

/** By its name; null where the stage names none, undefined where there is none with that ARN. */
export const webAcl: Check<string | null | undefined> = {
  name: 'web ACL',
  needs: 'wafv2:GetWebACL',
  read: async ({ firewall }, { stage: { webAclArn } }) => {
    if (webAclArn === null) return null;
    const [, , Name, Id] = webAclArn.split('/');
    const asked = new GetWebACLCommand({ Scope: 'CLOUDFRONT', Name, Id });
    const found = await ifThere(firewall.send(asked), 'WAFNonexistentItemException');
    return found?.WebACL?.Name;
  },
  wanted: () => 'webAclArn of lib/stages.ts, in us-east-1 with the scope CLOUDFRONT',
  judge: (name) => {
    if (name === null) return { standing: 'ok', found: 'none in lib/stages.ts' };
    return name === undefined
      ? { standing: 'stops the deployment', found: 'none with that ARN' }
      : { standing: 'ok', found: name };
  },
  ask: () => 'aws wafv2 create-web-acl --region us-east-1 --scope CLOUDFRONT',
  takes: 'minutes',
};
