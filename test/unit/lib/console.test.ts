import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { pageAddressesCode } from '#lib/console/edge';
import { signInCallback } from '#triggers';
import { isPageAddress, securityHeaders } from '#web/headers';
import { one, properties } from './staging.ts';

type Behavior = Readonly<Record<string, unknown>>;
type Config = Readonly<{
  DefaultCacheBehavior: Behavior;
  CacheBehaviors: readonly Behavior[];
  CustomErrorResponses?: unknown;
  Origins: readonly Behavior[];
}>;

const config = (): Config =>
  one('AWS::CloudFront::Distribution', 'Console').DistributionConfig as Config;
/** AWS's own policies, by their published ids. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe('the console in AWS', () => {
  it('serves the API uncached, with every method, and keeps its 403 and 404', () => {
    const { CacheBehaviors, CustomErrorResponses } = config();
    expect(CacheBehaviors).toMatchObject([
      {
        PathPattern: '/api/*',
        CachePolicyId: cachingDisabled,
        OriginRequestPolicyId: allViewerExceptHost,
        AllowedMethods: expect.arrayContaining(['GET', 'PUT', 'POST', 'PATCH', 'DELETE']),
      },
    ]);
    expect(CustomErrorResponses).toBeUndefined();
    expect(CacheBehaviors[0]).not.toHaveProperty('ResponseHeadersPolicyId');
  });

  it('reads its files from a bucket that only it can read', () => {
    expect(config().Origins.filter((origin) => 'S3OriginConfig' in origin)).toMatchObject([
      { OriginAccessControlId: expect.anything() },
    ]);
    for (const bucket of properties('AWS::S3::Bucket'))
      expect(bucket.PublicAccessBlockConfiguration).toEqual({
        ...{
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
  });

  it('answers every page’s address with the one page, as the stage does, and nothing else', () => {
    const rewritten = (uri: string): string =>
      runInNewContext(`${pageAddressesCode}; handler({ request: { uri } }).uri`, { uri });
    for (const path of [
      '/',
      '/workers',
      '/workers/wrk_00112233445566778899',
      '/assets/index-a1B2.js',
      '/settings.json',
      '/icon.svg',
      '/renewals/',
    ])
      expect([path, rewritten(path)]).toEqual([path, isPageAddress(path) ? '/index.html' : path]);
  });

  it('sends the headers of the local stage, and may call its sign-in besides', () => {
    const text = JSON.stringify(one('AWS::CloudFront::ResponseHeadersPolicy', 'Headers'));
    const { 'content-security-policy': policy = '', ...others } = securityHeaders();
    for (const directive of policy.split('; ').filter((each) => !each.startsWith('connect-src')))
      expect(text).toContain(directive);
    expect(text).toContain("connect-src 'self' https://cognito-idp.");
    expect(text).not.toMatch(/unsafe-(inline|eval)|\*/);
    for (const name of Object.keys(others).filter((each) => /^(cross|permissions)/.test(each)))
      expect(text).toContain(name);
    expect(text).toMatch(
      /"FrameOption":"DENY".*"ReferrerPolicy":"no-referrer"|"ReferrerPolicy":"no-referrer"/,
    );
  });

  it('is where Cognito sends people back to', () => {
    const client = one('AWS::Cognito::UserPoolClient', 'Console');
    expect(JSON.stringify(client.CallbackURLs)).toContain('Distribution');
    expect(client).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false });
    // The command hears of a sign-in there, and never of a sign-out.
    expect(client.CallbackURLs).toContain(signInCallback);
    expect(client.LogoutURLs).not.toContain(signInCallback);
  });

  it('learns its issuer and client at deployment, so one build serves every stage', () => {
    const [pages] = properties('Custom::CDKBucketDeployment').filter(
      (each) => 'DistributionId' in each,
    );
    expect(JSON.stringify(pages)).toMatch(/cognito-idp|SourceMarkers/);
  });
});
