import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { deliveryLogs, sliceQueue } from '#triggers';

type Called = Readonly<{
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}>;

/**
 * Payload 2.0 of an HTTP API behind a JWT authorizer, with the claims of Cognito's access token:
 * all of them strings, groups as `[admin finance]`
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
export function httpEvent(
  routeKey: string,
  { params, query, headers = {}, body }: Called,
  at: number,
) {
  const [method = '', template = ''] = routeKey.split(' ');
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '');
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { host: 'api.example', 'content-type': 'application/json', ...headers },
    ...(query && { queryStringParameters: query }),
    ...(params && { pathParameters: params }),
    ...(text !== undefined && { body: Buffer.from(text).toString('base64') }),
    isBase64Encoded: text !== undefined,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      authorizer: { jwt: { claims: claimsAt(at), scopes: null } },
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: '14/Dec/2026:02:00:00 +0000',
      timeEpoch: at,
    },
  };
}

const claimsAt = (at: number) => ({
  sub: '79aa25ec-1021-70a4-b0c1-9e1b1f1fb5f0',
  'cognito:groups': '[admin finance]',
  iss: 'https://cognito-idp.ap-southeast-3.amazonaws.com/ap-southeast-3_example',
  client_id: 'client',
  token_use: 'access',
  scope: 'openid',
  auth_time: String(Math.floor(at / 1_000)),
  exp: String(Math.floor(at / 1_000) + 3_600),
  iat: String(Math.floor(at / 1_000)),
  jti: 'token',
  username: '79aa25ec-1021-70a4-b0c1-9e1b1f1fb5f0',
});

/** Lambda's mapping of the queue hands over one message, with its attributes in small letters. */
export const sqsEvent = (body: string) => ({
  Records: [
    {
      messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
      receiptHandle: 'handle',
      body,
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: '0', SenderId: 'sender' },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:ap-southeast-3:123456789012:${sliceQueue.name}`,
      awsRegion: 'ap-southeast-3',
    },
  ],
});

export type Delivered = Readonly<{ messageId: string; phone: string; status: string; at: number }>;

/** A log subscription's event: JSON, gzipped, in base64. First a check that the target is there. */
export const logEvents = (deliveries: readonly Delivered[]) =>
  [
    {
      messageType: 'CONTROL_MESSAGE',
      logEvents: [
        { id: '', timestamp: 0, message: 'CWL CONTROL MESSAGE: Checking health of destination' },
      ],
    },
    {
      messageType: 'DATA_MESSAGE',
      logEvents: deliveries.map((each, index) => ({
        id: `3195310660696698337880902507980421114328961542429${index}`,
        timestamp: each.at,
        message: JSON.stringify(deliveryOf(each)),
      })),
    },
  ].map((content) => ({
    awslogs: {
      data: gzipSync(
        JSON.stringify({
          owner: '123456789012',
          logGroup: `sns/ap-southeast-3/123456789012/${deliveryLogs.groups[0]}`,
          logStream: '12345678-90ab-cdef-1234-567890abcdef',
          subscriptionFilters: ['Deliveries'],
          ...content,
        }),
      ).toString('base64'),
    },
  }));

/** https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html */
const deliveryOf = ({ messageId, phone, status, at }: Delivered) => ({
  notification: {
    messageId,
    timestamp: new Date(at).toISOString().replace('T', ' ').replace('Z', ''),
  },
  delivery: {
    phoneCarrier: 'Nobody',
    mnc: 10,
    numberOfMessageParts: 1,
    destination: phone,
    priceInUSD: 0.16073,
    smsType: 'Transactional',
    mcc: 510,
    providerResponse:
      status === 'SUCCESS'
        ? 'Message has been accepted by phone carrier'
        : 'Unknown error attempting to reach phone',
    dwellTimeMs: 599,
    dwellTimeMsUntilDeviceAck: 1_344,
  },
  status,
});
