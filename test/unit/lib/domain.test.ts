import type { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { describe, expect, test } from 'vitest';
import type { Stage } from '#lib/stages';
import { signInCallback } from '#triggers';
import { newStackOf, stackOf } from './staging.ts';

const name = 'ingat.example.go.id';
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d';
const webAclArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/ingat/0a1b2c3d';
const named = { domain: { name, certificateArn }, webAclArn } as const satisfies Partial<Stage>;
const production = (facts: Partial<Stage> = {}): Stack => newStackOf('production', {}, facts);

const resourceOf = (stack: Stack, type: string): Readonly<Record<string, unknown>> => {
  const [found] = Object.values(Template.fromStack(stack).findResources(type));
  return found?.Properties ?? {};
};
const consoleUrlOf = (stack: Stack): unknown =>
  Template.fromStack(stack).findOutputs('ConsoleUrl').ConsoleUrl?.Value;
const synthesized = (stack: Stack) => () => (stack.node.root as App).synth();

describe('a stage that names a domain and a web ACL', () => {
  const stack = production(named);

  test('has its console there, over TLS 1.2 or newer, behind that web ACL', () => {
    expect(resourceOf(stack, 'AWS::CloudFront::Distribution').DistributionConfig).toMatchObject({
      Aliases: [name],
      ViewerCertificate: {
        AcmCertificateArn: certificateArn,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
      WebACLId: webAclArn,
    });
    expect(consoleUrlOf(stack)).toBe(`https://${name}/`);
  });

  test('lets people sign in and out there and nowhere else, and invites them there', () => {
    expect(resourceOf(stack, 'AWS::Cognito::UserPoolClient')).toMatchObject({
      CallbackURLs: [`https://${name}/`, signInCallback],
      LogoutURLs: [`https://${name}/`],
    });
    const { AdminCreateUserConfig: invited } = resourceOf(stack, 'AWS::Cognito::UserPool');
    expect(JSON.stringify(invited)).toContain(`href=\\"https://${name}/\\"`);
  });

  test('says where the record of its domain has to lead', () => {
    expect(Template.fromStack(stack).findOutputs('DistributionDomainName')).toMatchObject({
      DistributionDomainName: {
        Value: { 'Fn::GetAtt': [expect.stringContaining('Distribution'), 'DomainName'] },
      },
    });
  });

  test('passes cdk-nag, which then excuses neither old TLS nor a missing web ACL', () => {
    expect(synthesized(stack)).not.toThrow();
    for (const [key, finding] of [
      ['viewerCertificate', 'AwsSolutions-CFR4'],
      ['webAclId', 'AwsSolutions-CFR2'],
    ] as const) {
      const without = production(named);
      for (const each of without.node.findAll())
        if (each instanceof CfnDistribution)
          each.distributionConfig = { ...each.distributionConfig, [key]: undefined } as never;
      expect(synthesized(without)).toThrow(finding);
    }
  });
});

describe('a stage that names neither', () => {
  const stack = stackOf('production');

  test('has its console, sign-in and invitation where CloudFront puts it', () => {
    const config = resourceOf(stack, 'AWS::CloudFront::Distribution').DistributionConfig;
    for (const key of ['Aliases', 'ViewerCertificate', 'WebACLId'])
      expect(config).not.toHaveProperty(key);
    const { CallbackURLs, LogoutURLs } = resourceOf(stack, 'AWS::Cognito::UserPoolClient');
    expect(CallbackURLs).toEqual([consoleUrlOf(stack), signInCallback]);
    expect(LogoutURLs).toEqual([consoleUrlOf(stack)]);
    const { AdminCreateUserConfig: invited } = resourceOf(stack, 'AWS::Cognito::UserPool');
    expect(JSON.stringify(invited)).toMatch(/Distribution\w+","DomainName"/);
  });

  test('passes cdk-nag, with its reasons', () => {
    expect(synthesized(stack)).not.toThrow();
  });
});

test.each<[string, Partial<Record<keyof Stage, unknown>>, RegExp]>([
  [
    'a certificate',
    { domain: { name, certificateArn: certificateArn.replace('us-east-1', 'ap-southeast-3') } },
    /certificates must be in the us-east-1 region/,
  ],
  [
    'a web ACL',
    { webAclArn: webAclArn.replace('us-east-1', 'ap-southeast-3') },
    /WebACL .* must be created in the us-east-1 region/,
  ],
])('%s of another region is refused in a sentence', (_, changed, sentence) => {
  expect(() => production(changed as Partial<Stage>)).toThrow(sentence);
});

test('the compiler refuses them before', () => {
  const stage: Pick<Stage, 'domain' | 'webAclArn'> = {
    // @ts-expect-error CloudFront takes no certificate from Jakarta.
    domain: { name, certificateArn: 'arn:aws:acm:ap-southeast-3:111122223333:certificate/0a' },
    // @ts-expect-error A web ACL of a region is none for CloudFront.
    webAclArn: 'arn:aws:wafv2:ap-southeast-3:111122223333:regional/webacl/ingat/0a',
  };
  expect(Object.keys(stage)).toEqual(['domain', 'webAclArn']);
});
