import { AccountClient } from '@aws-sdk/client-account';
import { ACMClient } from '@aws-sdk/client-acm';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { WAFV2Client } from '@aws-sdk/client-wafv2';

export type Aws = ReturnType<typeof awsIn>;

/** The services that the commands ask, with the caller's own credentials. */
export function awsIn(region: string) {
  const here = { region };
  // These answer for all regions from one, also while an opt-in region is not enabled yet.
  const global = { region: 'us-east-1' };
  return {
    account: new AccountClient(global),
    sts: new STSClient(global),
    // CloudFront takes certificates and web ACLs from this region alone.
    certificates: new ACMClient(global),
    firewall: new WAFV2Client(global),
    stacks: new CloudFormationClient(here),
    logs: new CloudWatchLogsClient(here),
    users: new CognitoIdentityProviderClient(here),
    functions: new LambdaClient(here),
    messaging: new PinpointSMSVoiceV2Client(here),
    quotas: new ServiceQuotasClient(here),
    sns: new SNSClient(here),
    parameters: new SSMClient(here),
  } as const;
}
