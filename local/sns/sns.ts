import { randomUUID } from 'node:crypto';
import { smsParts } from '#domain/messages/sms-parts';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import type { Faults } from '#local/faults';
import { AwsError, type ProtocolAnswer, type Service } from '#local/http/aws-protocols';
import type { Carrier, OutboxItem } from '#local/sns/carrier';
import type { State } from '#local/state';

/**
 * The part of SNS that texts need (query protocol, 2010-03-31). An accepted text is in the outbox
 * before the call is answered, as if it were sent.
 */
export function startSns({
  state,
  faults,
  carrier,
  cloudwatch,
}: {
  state: State;
  faults: Faults;
  carrier: Pick<Carrier, 'takes' | 'neverGets'>;
  cloudwatch: Pick<CloudWatch, 'put'>;
}) {
  const put = state.database.prepare(
    'INSERT INTO outbox ("to", text, parts, at, messageId) VALUES (?, ?, ?, ?, ?)',
  );
  const list = state.database.prepare(
    'SELECT "to", text, parts, at, messageId FROM outbox WHERE at >= ? ORDER BY id',
  );

  const partsSince = state.database.prepare('SELECT sum(parts) AS sum FROM outbox WHERE at >= ?');
  let spent = { month: '', parts: 0 };
  /** The bill of this month (UTC) so far, as SNS reports it with each text. */
  const bill = (parts: number, at: string): void => {
    const month = at.slice(0, 7);
    spent =
      month === spent.month
        ? { month, parts: spent.parts + parts }
        : { month, parts: Number(partsSince.get(month)?.sum) };
    cloudwatch.put(spentThisMonth, spent.parts * faults.current().carrier.priceUsdPerPart);
  };

  const accept = ({ to, text, maxPrice }: Asked, inTrouble: boolean): string => {
    const item = {
      to,
      text,
      parts: smsParts(text),
      at: new Date().toISOString(),
      messageId: randomUUID(),
    };
    if (item.parts * faults.current().carrier.priceUsdPerPart > maxPrice) {
      carrier.neverGets(item, 'This delivery would exceed max price');
      return item.messageId;
    }
    put.run(to, text, item.parts, item.at, item.messageId);
    bill(item.parts, item.at);
    carrier.takes(item, { inTrouble });
    return item.messageId;
  };

  const publish = (asked: Asked): ReturnType<Service> => {
    const fault = faults.nextSms();
    if (fault === 'throttle') throw new AwsError(400, 'Throttling', 'Rate exceeded');
    if (fault === 'error')
      throw new AwsError(
        500,
        'InternalFailure',
        'The request processing has failed because of an unknown error.',
      );
    if (fault === 'refuse') throw invalidPhone(asked.to);
    if (fault === 'timeout') return 'silence';
    const messageId = accept(asked, fault !== undefined);
    if (fault === 'accept-then-timeout') return 'silence';
    if (fault === 'accept-then-hang-up') return 'hang-up';
    return xml(
      200,
      `<PublishResponse><PublishResult><MessageId>${messageId}</MessageId></PublishResult>` +
        `${metadata()}</PublishResponse>`,
    );
  };

  const service: Service = ({ body }) => {
    const form = new URLSearchParams(body);
    const to = form.get('PhoneNumber') ?? '';
    try {
      if (form.get('Action') !== 'Publish')
        throw new AwsError(400, 'InvalidAction', `The stage does not know ${form.get('Action')}.`);
      if (!/^\+\d{5,15}$/.test(to)) throw invalidPhone(to);
      return publish({ to, text: form.get('Message') ?? '', maxPrice: maxPriceIn(form) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return refusal(error);
    }
  };

  return {
    service,
    /** All texts sent at or after `since` (an ISO instant), oldest first. */
    outbox: (since = ''): readonly OutboxItem[] =>
      list.all(since) as unknown as readonly OutboxItem[],
  };
}

const spentThisMonth = { namespace: 'AWS/SNS', name: 'SMSMonthToDateSpentUSD', dimensions: {} };

/** `maxPrice`: US$ for all parts together. */
type Asked = Readonly<{ to: string; text: string; maxPrice: number }>;

/** Attributes are numbered from 1, in any order. */
function maxPriceIn(form: URLSearchParams): number {
  const [name] = [...form].find(([, value]) => value === 'AWS.SNS.SMS.MaxPrice') ?? [];
  const value = name && form.get(name.replace(/Name$/, 'Value.StringValue'));
  return value ? Number(value) : Number.POSITIVE_INFINITY;
}

const invalidPhone = (to: string): AwsError =>
  new AwsError(
    400,
    'InvalidParameter',
    `Invalid parameter: PhoneNumber Reason: ${to} is not valid to publish to`,
  );

const refusal = ({ status, code, message }: AwsError): ProtocolAnswer =>
  xml(
    status,
    `<ErrorResponse><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>` +
      `<Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  );

const metadata = (): string =>
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;

const xml = (status: number, body: string): ProtocolAnswer => ({ status, type: 'text/xml', body });
