import {
  PublishCommand,
  SNSClient,
  type SNSClientConfig,
  SNSServiceException,
} from '@aws-sdk/client-sns';
import { smsParts } from '#domain/messages/sms-parts';
import type { Settings } from '#domain/settings';
import type { Sent, Sms } from '#flows/sending/sms-port';

/**
 * SNS `Publish` has no idempotency token, so nothing is repeated here: what is ambiguous is
 * `unknown`. Only with `throwOnRequestTimeout` is a request of over 3 s really given up.
 */
export function smsClient(config: SNSClientConfig = {}): SNSClient {
  const client = new SNSClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
      httpAgent: fresh,
      httpsAgent: fresh,
    },
    ...config,
  });
  client.middlewareStack.add((next) => (args) => next(args).catch(throwWithoutWords), {
    step: 'finalizeRequest',
  });
  return client;
}

/**
 * Each text opens a connection: over a kept one that SNS has just closed it would end as ECONNRESET
 * and be `unknown` for ever, though it never left. (Node reads `maxFreeSockets: 0` as 256.)
 */
const fresh = { keepAlive: false };

/** SNS quotes the phone in its message, which logs would show; the name is enough. */
function throwWithoutWords(error: unknown): never {
  if (!(error instanceof SNSServiceException)) throw error;
  const { name, $fault, $metadata } = error;
  throw new SNSServiceException({ name, $fault, $metadata, message: name });
}

type Texting = Pick<Settings, 'senderId' | 'maxPriceUsdPerPart'>;

/**
 * Transactional: first, and also to phones that refuse advertising. Above `MaxPrice` (of the whole
 * message, says the guide) SNS takes the text, does not send it, and says so in its delivery log.
 */
export const sms = ({
  client = smsClient(),
  senderId,
  maxPriceUsdPerPart,
}: Texting & { client?: SNSClient }): Sms => ({
  async send({ phone, text }) {
    try {
      const { MessageId } = await client.send(
        new PublishCommand({
          PhoneNumber: phone,
          Message: text,
          MessageAttributes: {
            'AWS.SNS.SMS.SMSType': attribute('Transactional'),
            'AWS.SNS.SMS.MaxPrice': attribute(
              (smsParts(text) * maxPriceUsdPerPart).toFixed(5),
              'Number',
            ),
            ...(senderId ? { 'AWS.SNS.SMS.SenderID': attribute(senderId) } : {}),
          },
        }),
      );
      return MessageId
        ? { status: 'sent', messageId: MessageId }
        : { status: 'unknown', reason: 'no-message-id' };
    } catch (error) {
      return { status: statusOf(error), reason: reasonOf(error) };
    }
  },
});

const attribute = (value: string, type: 'String' | 'Number' = 'String') => ({
  DataType: type,
  StringValue: value,
});

/** Anything else may have led to a text. */
function statusOf(error: unknown): Exclude<Sent['status'], 'sent'> {
  if (neverConnected(error) || isThrottled(error) || mayNotAsk(error)) return 'try-later';
  return error instanceof SNSServiceException &&
    error.$fault === 'client' &&
    isRefusal(error.$metadata.httpStatusCode)
    ? 'refused'
    : 'unknown';
}

/** 408 is a time-out in disguise: the request may have been read. */
const isRefusal = (status = 0): boolean => status >= 400 && status < 500 && status !== 408;

const throttles = [
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'Throttled',
  'TooManyRequestsException',
  'RequestLimitExceeded',
];

const isThrottled = (error: unknown): boolean =>
  error instanceof SNSServiceException &&
  (throttles.includes(error.name) || error.$metadata.httpStatusCode === 429);

/** Our own role or credentials are at fault: `failed` would cost every worker their reminder. */
const mayNotAsk = (error: unknown): boolean =>
  error instanceof SNSServiceException && [401, 403].includes(error.$metadata.httpStatusCode ?? 0);

/** The SDK's connection time-out differs from its request time-out by its words; a test holds. */
function neverConnected(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(neverConnected);
  if (!(error instanceof Error)) return false;
  const { syscall } = error as NodeJS.ErrnoException;
  return (
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    error.message.includes('did not establish a connection')
  );
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : String(error);
