import { describe, expect, it } from 'vitest';
import { textMark } from '#domain/messages/text-mark';
import { applyPayment } from '#domain/payments/apply-payment';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Worker } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import { stepOf } from '#domain/plan/step-of';
import {
  type Confirmation,
  confirmationOf,
  type Decision,
  decideOn,
  type Found,
} from '#domain/sending/confirmation';
import { confirmationStep } from '#domain/sending/reminder';
import { aWorker, rules, settings } from '../../../builders.ts';
import { aPayment, aReminder, aSlice } from '../../../contract/builders.ts';
import { plan } from '../../../plan.ts';

const group = 'Paguyuban Batik Laweyan';
const wanted: Partial<Plan> = { paidText: { ...plan.paidText, enabled: true } };
const inJakarta = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();
const now = inJakarta('09:00');

type Case = Readonly<{ worker?: Partial<Worker>; plan?: Partial<Plan>; amount?: number }>;

/** What is put when this worker pays. */
function putFor({
  worker: facts = {},
  plan: lines = {},
  amount = 8_400,
}: Case): Confirmation | null {
  const under = { ...plan, ...lines };
  const notice = { reference: 'P-1', channel: 'bank', amount, paidAt: now, months: null };
  const { worker, closed, ...purchase } = applyPayment(aWorker(facts), notice, {
    at: now,
    rules: { ...rules, onlyTo: under.onlyTo },
    others: [],
  });
  return confirmationOf(
    aPayment({ ...notice, recordedAt: now, ...purchase }),
    { worker, closed },
    under,
  );
}

describe('a payment is to be confirmed', () => {
  it.each<[string, Case, boolean]>([
    ['of a worker without a group', {}, false],
    ['of a worker whose group pays for them', { worker: { group } }, true],
    ['of anybody, where the plan wants it', { plan: wanted }, true],
    ['that buys no month', { worker: { group }, amount: 8_399 }, false],
    ['of who has no phone', { worker: { group, phone: null } }, false],
    ['of a number that is dead', { worker: { group, phoneFailures: 2 } }, false],
    ['of who wants no texts', { worker: { group, stopped: { until: null } } }, false],
    [
      'of who is not on the list',
      { worker: { group }, plan: { onlyTo: ['+6287000000009'] } },
      false,
    ],
    ['of who is on the list', { worker: { group }, plan: { onlyTo: ['+6287000000000'] } }, true],
    ['of who has died', { worker: { group, ended: { on: '2026-11-01', reason: 'died' } } }, false],
    ['of who is paid for by a budget', { worker: { group, governmentPaid: true } }, false],
    [
      'in Javanese, where there is none but Indonesian',
      { worker: { group, language: 'jv' }, plan: withTexts({ id: 'Terima kasih.' }) },
      true,
    ],
    ['where the plan has no text', { worker: { group }, plan: withTexts({}) }, false],
  ])('%s: %#', (_, given, expected) => {
    expect(putFor(given) !== null).toBe(expected);
  });

  it('under the month of the cycle that it ended, with the arm of that cycle', () => {
    const cycle = { ...aWorker().cycle, heldOut: true };
    expect(putFor({ worker: { group, cycle }, amount: 16_800 })).toEqual({
      ...{
        zone: 'Asia/Jakarta',
        at: now,
        workerId: aWorker().workerId,
        month: '2026-11',
        heldOut: true,
        since: '2026-10-01',
        through: '2026-12',
      },
      ...{ channel: 'bank', reference: 'P-1' },
    });
  });
});

it('is not put where credit alone has bought', () => {
  const { worker, closed } = applyPayment(
    aWorker({ group }),
    { reference: 'P-1', channel: 'bank', amount: 8_400, paidAt: now, months: null },
    { at: now, rules, others: [] },
  );
  expect(confirmationOf(aPayment({ bought: [] }), { worker, closed }, plan)).toBeNull();
});

function withTexts(texts: Plan['paidText']['texts']): Partial<Plan> {
  return { paidText: { enabled: false, texts } };
}

type Facts = Readonly<{
  worker?: Partial<Worker> | null;
  payment?: Partial<PaymentRecord> | null;
  plan?: Partial<Plan>;
  now?: string;
}>;

const slice = { ...aSlice(), time: '00:00', step: confirmationStep, planVersion: plan.version };

/** Siti, whose group has paid November and December, in the morning of the 11th. */
function decided(
  { worker, payment, plan: lines, now: at = now }: Facts,
  found: Partial<Found> = {},
): Decision {
  const confirmation = putFor({ worker: { group } });
  if (!confirmation) throw new Error('Nothing to confirm');
  const under = { ...plan, ...lines };
  const step = stepOf(under, confirmationStep);
  if (!step) throw new Error('No plan is without confirmations');
  const paid = aPayment({
    reference: 'P-1',
    channel: 'bank',
    bought: ['2026-11', '2026-12'],
    amount: 16_800,
    ...payment,
  });
  return decideOn(
    confirmation,
    {
      worker:
        worker === null
          ? undefined
          : aWorker({ group, coveredThrough: '2026-12', rev: 7, ...worker }),
      reminder: undefined,
      payment: payment === null ? undefined : paid,
      ...found,
    },
    { slice, step, plan: under, settings, holder: 'holder-1', now: at },
  );
}

describe('when it is looked at', () => {
  it('the text names months, money and the next due date, and the row is a claim', () => {
    expect(decided({})).toEqual({
      kind: 'write',
      planned: {
        rev: 7,
        text: {
          phone: '+6287000000000',
          text: 'Yth. Siti Aminah, terima kasih: Nov-Des 2026 Rp16.800, 15 Januari.',
        },
        row: aReminder({
          ...{
            step: 'paid',
            runId: 'run_WIB_2026-11-11_0000_paid_2026-11',
            at: now,
            claimedAt: now,
            cycleSince: aWorker().cycle.since,
            memberSince: null,
            group,
            planVersion: plan.version,
            textMark: textMark(
              'Yth. Siti Aminah, terima kasih: Nov-Des 2026 Rp16.800, 15 Januari.',
            ),
          },
        }),
      },
    });
  });

  it.each<[string, Facts, Partial<Found>, string]>([
    ['is dropped: they were erased', { worker: null }, {}, 'not-owed'],
    ['is dropped: the payment was reversed', { payment: { status: 'reversed' } }, {}, 'not-owed'],
    [
      'is dropped: the payment is nobody’s any more',
      { payment: { workerId: null } },
      {},
      'not-owed',
    ],
    ['is dropped: the payment is not there', { payment: null }, {}, 'not-owed'],
    [
      'is dropped: the month is owed again',
      { worker: { coveredThrough: '2026-10' } },
      {},
      'not-owed',
    ],
    [
      'is dropped: they have ended',
      { worker: { ended: { on: '2026-11-11', reason: 'died' } } },
      {},
      'not-owed',
    ],
    [
      'is dropped: their group pays no more, and the plan wants none',
      { worker: { group: null } },
      {},
      'not-owed',
    ],
    [
      'is dropped: they were told',
      {},
      { reminder: aReminder({ step: 'paid', status: 'sent' }) },
      'done',
    ],
    [
      'is somebody’s: it is claimed',
      {},
      { reminder: aReminder({ step: 'paid' }) },
      'claimed-elsewhere',
    ],
    [
      'waits: the worker cannot be read',
      {},
      { worker: undefined, unreadable: { reason: 'name', rev: 1 } },
      'wait',
    ],
    ['waits: the payment cannot be read', {}, { payment: null }, 'wait'],
    ['waits: the plan is paused', { plan: { paused: true } }, {}, 'wait'],
    [
      'waits: they have moved to where it is night already',
      { worker: { province: 'Papua' }, now: inJakarta('18:30') },
      {},
      'wait',
    ],
    ['skipped: stopped', { worker: { stopped: { until: null } } }, {}, 'skipped: stopped'],
    ['skipped: no-phone', { worker: { phone: null } }, {}, 'skipped: no-phone'],
    ['skipped: dead-number', { worker: { phoneFailures: 2 } }, {}, 'skipped: dead-number'],
    ['skipped: not-on-list', { plan: { onlyTo: [] } }, {}, 'skipped: not-on-list'],
    [
      'goes to who is held out as well: it is no reminder',
      { worker: { cycle: { ...aWorker().cycle, heldOut: true } } },
      {},
      'claimed: null',
    ],
    [
      'failed: the text is too long',
      { plan: withTexts({ id: 'Terima kasih. '.repeat(12) }) },
      {},
      'failed: text-too-long: The text of a payment received takes 2 SMS parts for this worker; one is allowed.',
    ],
    [
      'failed: nobody fills {nik}',
      { plan: withTexts({ id: '{nik}' }) },
      {},
      expect.stringContaining('failed: placeholder-unknown: {nik} is not'),
    ],
  ])('it %s', (_, facts, found, expected) => {
    const decision = decided(facts, found);
    expect(
      decision.kind === 'write'
        ? `${decision.planned.row.status}: ${decision.planned.row.reason}`
        : decision.kind,
    ).toEqual(expected);
  });
});
