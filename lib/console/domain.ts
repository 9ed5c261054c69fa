import { Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Distribution, DistributionProps } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { Stage } from '#lib/stages';

/** The operator's own address, over TLS 1.2 or newer (CDK's default), and web ACL, if named. */
export const ownDomain = (
  scope: Construct,
  { domain, webAclArn }: Stage,
): Partial<DistributionProps> => ({
  ...(domain && {
    domainNames: [domain.name],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
  }),
  ...(webAclArn && { webAclId: webAclArn }),
});

/** With a domain there is one address: at CloudFront's nobody can sign in. */
export const consoleOrigin = (
  { distributionDomainName }: Distribution,
  { domain }: Stage,
): string => `https://${domain?.name ?? distributionDomainName}`;

/** What a stage without domain or web ACL cannot mend. */
export function acknowledgeDistribution(distribution: Distribution, stage: Stage): void {
  const reasons = {
    'AwsSolutions-CFR1':
      'Staff may be abroad for some days; everybody signs in with a second factor.',
    'AwsSolutions-CFR3':
      'CloudFront takes no log bucket in an opt-in region such as Jakarta, and one elsewhere ' +
      'would hold client addresses abroad. The API and the files have access logs in Jakarta.',
    ...(!stage.webAclArn && {
      'AwsSolutions-CFR2': 'This stage names no web ACL. The API is throttled, sign-in protected.',
    }),
    ...(!stage.domain && {
      'AwsSolutions-CFR4':
        'The minimum cannot be raised for *.cloudfront.net, only for a domain of the operator.',
    }),
  };
  for (const [id, reason] of Object.entries(reasons))
    Validations.of(distribution).acknowledge({ id, reason });
}
