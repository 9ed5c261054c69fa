import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { stageNamed } from '#lib/stages';
import { close, listen } from '#local/http/aws-protocols';
import { awsIn } from '../../../../bin/aws/clients.ts';
import { preflight, shown } from '../../../../bin/preflight/preflight.ts';

/**
 * The calls that moto does not know (test/prove/preflight.test.ts has the others), answered in the
 * shape in which AWS answers them: REST, JSON by target, and XML by action.
 */
const recorded = {
  'POST /getRegionOptStatus': '{"RegionName":"ap-southeast-3","RegionOptStatus":"ENABLED"}',
  'GET /2016-08-19/account-settings':
    '{"AccountLimit":{"CodeSizeUnzipped":262144000,"CodeSizeZipped":52428800,' +
    '"ConcurrentExecutions":10,"TotalCodeSize":80530636800,"UnreservedConcurrentExecutions":10},' +
    '"AccountUsage":{"FunctionCount":0,"TotalCodeSize":0}}',
  'PinpointSMSVoiceV2.DescribeSpendLimits':
    '{"SpendLimits":[{"EnforcedLimit":1,"MaxLimit":1,"Name":"TEXT_MESSAGE_MONTHLY_SPEND_LIMIT",' +
    '"Overridden":false}]}',
  'PinpointSMSVoiceV2.DescribeSenderIds':
    '{"SenderIds":[{"DeletionProtectionEnabled":false,"IsoCountryCode":"ID",' +
    '"MessageTypes":["TRANSACTIONAL"],"MonthlyLeasingPrice":"0.00","Registered":true,' +
    '"SenderId":"INGAT","SenderIdArn":"arn:aws:sms-voice:x"}]}',
  'ServiceQuotasV20190624.GetServiceQuota':
    '{"Quota":{"QuotaCode":"L-AB614373","QuotaName":"Table-level write throughput limit",' +
    '"ServiceCode":"dynamodb","Value":40000.0}}',
  'ServiceQuotasV20190624.ListServiceQuotas':
    '{"Quotas":[{"QuotaName":"Promotional SMS Message Delivery Rate per Second","Value":5.0},' +
    '{"QuotaName":"Transactional SMS Message Delivery Rate per Second","Value":20.0}]}',
  GetSMSSandboxAccountStatus:
    '<GetSMSSandboxAccountStatusResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">' +
    '<GetSMSSandboxAccountStatusResult><IsInSandbox>true</IsInSandbox>' +
    '</GetSMSSandboxAccountStatusResult></GetSMSSandboxAccountStatusResponse>',
} as const satisfies Readonly<Record<string, string>>;

const identity =
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">' +
  '<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/dewi</Arn>' +
  '<UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult>' +
  '</GetCallerIdentityResponse>';

const refusal = (action: string): string =>
  `User: arn:aws:iam::123456789012:user/dewi is not authorized to perform: ${action} on ` +
  'resource: * because no identity-based policy allows it';

/** Which of them are answered; all other calls are refused, as IAM refuses them. */
let answers: Readonly<Record<string, string>> = {};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const target = request.headers['x-amz-target'];
  const action = new URLSearchParams(body).get('Action');
  const path = new URL(request.url ?? '', 'http://aws').pathname.replace(/\/$/, '');
  const known = answers[String(target ?? action ?? `${request.method} ${path}`)];
  if (known) return void response.writeHead(200).end(known);
  if (action) return void response.writeHead(403).end(refusedXml(action));
  const name = String(target ?? path.split('/').at(-1))
    .split('.')
    .at(-1);
  response
    .writeHead(403, { 'x-amzn-errortype': 'AccessDeniedException' })
    .end(JSON.stringify({ message: refusal(`service:${name}`) }));
}

const refusedXml = (action: string): string =>
  '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>' +
  `<Message>${refusal(`service:${action}`)}</Message></Error></ErrorResponse>`;

const server = createServer(answer);
let url = '';
beforeAll(async () => {
  url = `http://127.0.0.1:${await listen(server, 0)}`;
});
afterAll(() => close(server));

beforeEach(() => {
  vi.stubEnv('AWS_ENDPOINT_URL', url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

const stage = stageNamed('production');
const linesFor = async (given: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  answers = given;
  return (await preflight(awsIn(stage.region), stage)).lines.map(shown);
};

it('reads what AWS answers, and what stops a deployment comes first', async () => {
  const lines = await linesFor({ GetCallerIdentity: identity, ...recorded });
  const read = lines.filter((line) => !line.startsWith('not read'));
  expect(read.map((line) => line.replace(/; wanted .*/, ''))).toEqual([
    expect.stringMatching(/^stops the first text {2}SMS sandbox: found in it: only numbers/),
    'stops the first text  sender ID: found INGAT registered, none is named',
    expect.stringMatching(/^advice {16}Lambda concurrency: found 10, so that /),
    'ok                    region: ap-southeast-3 is enabled',
    'ok                    SMS spend quota: US$1 a month',
    'ok                    certificate: no domain of its own in lib/stages.ts',
    'ok                    web ACL: none in lib/stages.ts',
    'ok                    texts a second: 20 a second',
    'ok                    DynamoDB writes: 40000 a second',
  ]);
});

it('says of what is not as wanted how to ask for it, and how long that takes', async () => {
  const lines = await linesFor({ GetCallerIdentity: identity, ...recorded });
  expect(lines.find((line) => line.includes('SMS sandbox'))).toBe(
    'stops the first text  SMS sandbox: found in it: only numbers that were verified by hand get ' +
      'texts; wanted out of it. To get it: SNS console of the region, Text messaging, Exit SMS ' +
      'sandbox, which opens a case. That takes a day until Support answers, and longer if it has ' +
      'questions.',
  );
});

it('names the permission that is missing where AWS refuses, and goes on', async () => {
  const lines = await linesFor({ GetCallerIdentity: identity });
  expect(lines.filter((line) => !line.startsWith('ok'))).toEqual(
    [
      ['region', 'getRegionOptStatus'],
      ['CDK bootstrap', 'GetParameter'],
      ['delivery logs', 'DescribeLogGroups'],
      ['SMS spend quota', 'DescribeSpendLimits'],
      ['alarm subscriber', 'DescribeStacks'],
      ['Lambda concurrency', 'account'],
      ['SMS sandbox', 'GetSMSSandboxAccountStatus'],
      ['sender ID', 'DescribeSenderIds'],
      ['SMS spend limit', 'GetSMSAttributes'],
      ['texts a second', 'ListServiceQuotas'],
      ['DynamoDB writes', 'GetServiceQuota'],
      ['mail to staff', 'DescribeStacks'],
    ].map(([name, action]) =>
      expect.stringMatching(
        new RegExp(`^not read {14}${name}: could not be read: your role needs service:${action}`),
      ),
    ),
  );
});

it('says one sentence where these credentials open nothing', async () => {
  await expect(linesFor({})).rejects.toThrow(
    'Your AWS role may not do this: it needs service:GetCallerIdentity',
  );
});

it('says one sentence where there are no credentials', async () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'])
    vi.stubEnv(name, undefined);
  for (const name of ['AWS_SHARED_CREDENTIALS_FILE', 'AWS_CONFIG_FILE'])
    vi.stubEnv(name, '/nowhere');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  await expect(linesFor(recorded)).rejects.toThrow(
    'There are no AWS credentials here: sign in with aws sso login, or set AWS_PROFILE',
  );
});
