import { Aws, Duration } from 'aws-cdk-lib';
import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { uploadOrigin } from '#lib/imports/bucket';
import { signInHost } from '#lib/sign-in';
import type { Stage } from '#lib/stages';
import { securityHeaders } from '#web/headers';

/** The headers of web/headers.ts. Besides its own origin the console may sign in and upload. */
export const headersPolicy = (scope: Construct, stage: Stage): ResponseHeadersPolicy => {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    'referrer-policy': _,
    'x-content-type-options': __,
    'x-frame-options': ___,
    ...others
  } = securityHeaders([
    `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`,
    `https://${signInHost(stage)}`,
    uploadOrigin(stage),
  ]);
  return new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({
        header,
        value,
        override: true,
      })),
    },
  });
};

/**
 * `isPageAddress` of web/headers.ts as a CloudFront function. Error pages would do the same, but
 * they would swallow the API's 403 and 404.
 */
export const pageAddresses = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'PageAddresses', {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(pageAddressesCode),
  });

export const pageAddressesCode = `
function handler(event) {
  var request = event.request;
  if (!/\\.[a-z0-9]+$/i.test(request.uri)) request.uri = '/index.html';
  return request;
}
`;
