import { describe, expect, test } from 'vitest';
import { parseDelivery } from '#aws/sending/delivery-log';
import { type DeliveryReceipt, failuresAfter, reminderOf, shownAt } from '#domain/sending/delivery';
import type { Reminder } from '#domain/sending/reminder';
import { aReminder, at, idOf } from '../../../contract/builders.ts';

/** As in the SNS developer guide, with the facts that matter put in their place. */
function aRecord({
  delivery = {},
  notification = {},
  ...facts
}: Readonly<Record<string, object | string | undefined>> = {}): string {
  return JSON.stringify({
    notification: {
      messageId: 'msg_1',
      timestamp: '2026-11-11 02:00:03.123',
      ...(notification as object),
    },
    delivery: {
      ...{
        phoneCarrier: 'Made-up Carrier',
        mnc: 0,
        mcc: 510,
        numberOfMessageParts: 2,
        destination: '+6287000000000',
        priceInUSD: 0.32146,
      },
      ...{
        smsType: 'Transactional',
        providerResponse: 'Message has been accepted by phone carrier',
        dwellTimeMs: 1_599,
      },
      ...(delivery as object),
    },
    status: 'SUCCESS',
    ...facts,
  });
}

/** Word for word: SNS developer guide, "Example log for successful SMS delivery". */
const documented = `{
    "notification": {
        "messageId": "34d9b400-c6dd-5444-820d-fbeb0f1f54cf",
        "timestamp": "2016-06-28 00:40:34.558"
    },
    "delivery": {
        "phoneCarrier": "My Phone Carrier",
        "mnc": 270,
        "numberOfMessageParts": 1,
        "destination": "+1XXX5550100",
        "priceInUSD": 0.00645,
        "smsType": "Transactional",
        "mcc": 310,
        "providerResponse": "Message has been accepted by phone carrier",
        "dwellTimeMs": 599,
        "dwellTimeMsUntilDeviceAck": 1344
    },
    "status": "SUCCESS"
}`;

const failed = (providerResponse: string) =>
  aRecord({ status: 'FAILURE', delivery: { providerResponse } });

describe('a record of the delivery log', () => {
  test('of a text that arrived says when, in how many parts and at what price', () => {
    expect(parseDelivery(aRecord())).toEqual({
      ...{
        messageId: 'msg_1',
        phone: '+6287000000000',
        status: 'delivered',
        reason: null,
        permanent: false,
        parts: 2,
        priceUsd: 0.32146,
      },
      ...{ sentAt: '2026-11-11T02:00:03.123Z', at: '2026-11-11T02:00:04.722Z' },
    });
  });

  test.each([
    ['Invalid phone number', true],
    ['Phone number is opted out', true],
    ['Phone has blocked SMS', true],
    ['Phone is on a blocked list', true],
    ['Destination is on a blocked list', true],
    ['INVALID PHONE NUMBER (absent subscriber)', true],
    ['Phone is currently unreachable/unavailable', false],
    ['Phone carrier is currently unreachable/unavailable', false],
    ['Phone carrier has blocked this message', false],
    ['Blocked as spam by phone carrier', false],
    ['Message body is invalid', false],
    ['This delivery would exceed max price', false],
    ['No quota left for account', false],
    ['Unknown error attempting to reach phone', false],
  ])(
    'that says "%s" is undelivered; the number itself is at fault: %s',
    (providerResponse, permanent) => {
      expect(parseDelivery(failed(providerResponse))).toMatchObject({
        status: 'undelivered',
        reason: providerResponse,
        permanent,
      });
    },
  );

  test.each(['SUCCESS', 'FAILURE'])(
    'whose number SNS has masked is no receipt and no fault, as documented: %s',
    (status) => {
      expect(parseDelivery(documented.replace('SUCCESS', status))).toEqual({ masked: true });
    },
  );

  test('does not hand on a number that the carrier quotes', () => {
    expect(parseDelivery(failed('No route to 6287000000000'))).toMatchObject({
      reason: 'No route to …',
    });
  });

  test('need not say parts and price', () => {
    const delivery = {
      numberOfMessageParts: undefined,
      priceInUSD: undefined,
      dwellTimeMs: undefined,
    };
    expect(parseDelivery(aRecord({ delivery }))).toMatchObject({
      parts: null,
      priceUsd: null,
      at: '2026-11-11T02:00:03.123Z',
    });
  });

  test.each([
    // As seconds it has no exact fraction.
    [32_368, '2026-11-11T02:00:35.491Z'],
    [64_350, '2026-11-11T02:01:07.473Z'],
    [599.5, '2026-11-11T02:00:03.723Z'],
  ])('that took the carrier %d ms is of %s', (dwellTimeMs, when) => {
    expect(parseDelivery(aRecord({ delivery: { dwellTimeMs } }))).toMatchObject({ at: when });
  });

  test.each([
    ['no JSON', '{', 'record: is not JSON'],
    ['a list', '[]', 'record: '],
    ['without an id', aRecord({ notification: { messageId: '' } }), 'notification.messageId: '],
    [
      'without a time',
      aRecord({ notification: { timestamp: 'today' } }),
      'notification.timestamp: ',
    ],
    [
      'at a time that is none',
      aRecord({ notification: { timestamp: '2026-13-11 02:00:00' } }),
      'notification.timestamp: ',
    ],
    [
      'to nobody',
      aRecord({ delivery: { destination: '087000000000 Siti' } }),
      'delivery.destination: ',
    ],
    ['neither here nor there', aRecord({ status: 'PENDING' }), 'status: '],
    [
      'in half a part',
      aRecord({ delivery: { numberOfMessageParts: 0.5 } }),
      'delivery.numberOfMessageParts: ',
    ],
  ])('that is %s is set aside, and quotes nobody', (_, text, wrong) => {
    const parsed = parseDelivery(text);
    expect(parsed).toEqual({ wrong: expect.stringContaining(wrong) });
    expect(JSON.stringify(parsed)).not.toMatch(/8700|Siti/);
  });
});

const aReceipt = (facts: Partial<DeliveryReceipt> = {}): DeliveryReceipt => ({
  ...{
    messageId: 'msg_1',
    phone: '+6287000000000',
    status: 'delivered',
    reason: null,
    permanent: false,
    parts: 1,
    priceUsd: 0.16,
  },
  ...{ sentAt: at(1), at: at(8) },
  ...facts,
});

describe('the reminder that a receipt speaks of', () => {
  const own = (facts: Partial<Reminder>) => aReminder({ messageId: 'msg_1', ...facts });
  test.each<[string, Partial<Reminder>, Partial<DeliveryReceipt>, boolean]>([
    ['sent → delivered', { status: 'sent' }, {}, true],
    ['sent → undelivered', { status: 'sent' }, { status: 'undelivered' }, true],
    ['undelivered → delivered: a word that came late', { status: 'undelivered' }, {}, true],
    ['undelivered again', { status: 'undelivered' }, { status: 'undelivered' }, false],
    ['delivered again', { status: 'delivered' }, {}, false],
    ['delivered stays delivered', { status: 'delivered' }, { status: 'undelivered' }, false],
    ['of another text', { status: 'sent' }, { messageId: 'msg_2' }, false],
  ])('%s', (_, row, receipt, moves) =>
    expect(reminderOf(aReceipt(receipt), [own(row)]) !== null).toBe(moves),
  );

  const unclear = (facts: Partial<Reminder> = {}) =>
    aReminder({ status: 'unknown', claimedAt: at(0), at: at(900), ...facts });
  test.each<[string, readonly Reminder[], boolean]>([
    ['the only unknown of that minute', [unclear()], true],
    ['claimed two minutes before', [unclear({ claimedAt: at(-119) })], true],
    ['claimed earlier than that', [unclear({ claimedAt: at(-120) })], false],
    ['claimed later than that', [unclear({ claimedAt: at(122) })], false],
    [
      'a row of before, which says only when it became unknown',
      [unclear({ claimedAt: undefined, at: at(4) })],
      true,
    ],
    ['still claimed: its sender crashed', [unclear({ status: 'claimed' })], true],
    ['one of two who share the phone', [unclear(), unclear({ workerId: idOf(1) })], false],
    ['that took another id over', [unclear({ messageId: 'msg_2' })], false],
    ['sent under another id', [unclear({ status: 'sent', messageId: 'msg_2' })], false],
    [
      'skipped, failed, missed',
      [
        unclear({ status: 'skipped' }),
        unclear({ status: 'failed' }),
        unclear({ status: 'missed' }),
      ],
      false,
    ],
    ['none', [], false],
  ])('without an id: %s', (_, rows, taken) =>
    expect(reminderOf(aReceipt(), rows) !== null).toBe(taken),
  );
});

test.each([
  ['arrived', { status: 'delivered', permanent: false }, 0, null],
  ['the number is at fault', { status: 'undelivered', permanent: true }, 2, 'msg_1'],
  ['switched off', { status: 'undelivered', permanent: false }, 1, 'msg_0'],
  ['told again', { messageId: 'msg_0', status: 'undelivered', permanent: true }, 1, 'msg_0'],
] as const)('failures in a row, %s', (_, receipt, phoneFailures, lastFailure) =>
  expect(failuresAfter({ phoneFailures: 1, lastFailure: 'msg_0' }, aReceipt(receipt))).toEqual({
    phoneFailures,
    lastFailure,
  }),
);

test.each([
  ['sent', 72 * 3_600, null],
  ['sent', 72 * 3_600 + 1, 'no receipt'],
  ['unknown', 100 * 3_600, null],
] as const)('%s, %d seconds later, is shown with the reason %s', (status, seconds, reason) =>
  expect(shownAt(aReminder({ status, at: at(0) }), at(seconds)).reason).toBe(reason),
);
