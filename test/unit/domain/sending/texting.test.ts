import { expect, test } from 'vitest';
import { instantAt } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { Behind } from '#domain/plan/behind/behind';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { type TextTerms, textingOf } from '#domain/sending/texting/texting';
import { aWorker, settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

/**
 * Wednesday 11 November 2026, after nine. November is due on Monday 16; its eve, a Sunday, is
 * quiet.
 */
const textingFor = (
  worker: Partial<Worker>,
  {
    today = '2026-11-11',
    time = '09:05',
    handled,
    behind,
    budget,
    ...of
  }: Partial<Plan> & { today?: string; time?: string } & Omit<TextTerms, 'plan' | 'rules'>,
) => {
  const used = { ...plan, ...of };
  return textingOf(aWorker(worker), instantAt('Asia/Jakarta', today, time), {
    ...{ plan: used, rules: rulesOf(used, settings) },
    ...{ ...(handled && { handled }), ...(behind && { behind }), ...(budget && { budget }) },
  });
};

const eve = { step: 'eve', month: '2026-11', date: '2026-11-14', at: '09:00' };
const lastCall = { step: 'last-call', month: '2026-11', date: '2027-01-16' };
/** `before`, moved to Monday 9 at twenty past nine today: it goes out 15 minutes later. */
const behind: Behind = {
  ...{ zone: 'Asia/Jakarta', step: 'before', month: '2026-11', date: '2026-11-09', owed: 'text' },
  moment: instantAt('Asia/Jakarta', '2026-11-09', '09:00'),
  since: instantAt('Asia/Jakarta', '2026-11-11', '09:20'),
  firesAt: instantAt('Asia/Jakarta', '2026-11-11', '09:35'),
};
const heldOut = { cycle: { ...aWorker().cycle, heldOut: true } };
const ended = { on: '2026-10-02', reason: 'died' } as const;

test.each<[string, Partial<Worker>, Parameters<typeof textingFor>[1], object]>([
  ['Siti', {}, {}, { status: 'texted', reason: null, next: eve }],
  [
    'Siti, before nine',
    {},
    { time: '08:59' },
    { status: 'texted', reason: null, next: { ...eve, step: 'before', date: '2026-11-11' } },
  ],
  [
    'who has paid November, about December',
    { coveredThrough: '2026-11' },
    {},
    {
      ...{ status: 'texted', reason: null },
      next: { step: 'before', month: '2026-12', date: '2026-12-10' },
    },
  ],
  [
    'who is past the last step',
    {},
    { today: '2027-01-17' },
    { status: 'texted', reason: null, next: null, noNext: 'no-step' },
  ],
  [
    'whose credit pays for November',
    { credit: 8_400 },
    {},
    { status: 'texted', reason: null, next: null, noNext: 'credit' },
  ],
  [
    'whose credit does not quite',
    { credit: 8_399 },
    {},
    { next: { ...eve, text: 'Yth. Siti Aminah, eve: BPJS Ketenagakerjaan Nov 2026 Rp1.' } },
  ],
  [
    'who has the row of the eve already, since it was moved',
    {},
    { handled: [{ month: '2026-11', step: 'eve' }] },
    { next: { ...eve, step: 'after', date: '2026-11-23' } },
  ],
  [
    'who has the row of an earlier eve',
    {},
    { handled: [{ month: '2026-10', step: 'eve' }] },
    { next: eve },
  ],
  [
    'for whom `before` was put behind, and goes out at 9.35 today',
    {},
    { behind: [behind], time: '09:21' },
    { next: { ...eve, step: 'before', date: '2026-11-11', at: '09:35' } },
  ],
  [
    'for whom it was put behind too far for a text',
    {},
    { behind: [{ ...behind, owed: 'row' }], time: '09:21' },
    { next: eve },
  ],
  [
    'who has the row of what was put behind',
    {},
    { behind: [behind], time: '09:21', handled: [{ month: '2026-11', step: 'before' }] },
    { next: eve },
  ],
  [
    'of another zone, in which it was put behind',
    {},
    { behind: [{ ...behind, zone: 'Asia/Makassar' }], time: '09:21' },
    { next: eve },
  ],
  [
    'while the budget pays one part more',
    {},
    { budget: { month: '2026-11', parts: 1 } },
    { status: 'texted', reason: null, next: eve },
  ],
  [
    'while November’s budget is used up, for which only the last call comes in time',
    {},
    { budget: { month: '2026-11', parts: 0 } },
    { status: 'not-texted', reason: 'budget', next: lastCall },
  ],
  [
    'who asked for no more texts, while the budget is used up',
    { stopped: { until: null } },
    { budget: { month: '2026-11', parts: 0 } },
    { status: 'not-texted', reason: 'stopped' },
  ],
  [
    'who is past November’s texts, while its budget is used up',
    {},
    { today: '2026-12-01', budget: { month: '2026-11', parts: 0 } },
    { status: 'texted', reason: null, next: lastCall },
  ],
  [
    'while all is paused',
    {},
    { paused: true },
    { status: 'not-texted', reason: 'paused', next: null, noNext: null },
  ],
  [
    'who asked for no more texts, while all is paused',
    { stopped: { until: null } },
    { paused: true },
    { status: 'not-texted', reason: 'stopped' },
  ],
  [
    'to whom the text cannot be sent',
    {},
    { steps: plan.steps.map((step) => ({ ...step, texts: { id: '{name} '.repeat(40) } })) },
    { next: { ...eve, text: null } },
  ],
  ['who is held out', heldOut, {}, { status: 'texted', reason: 'held-out', next: lastCall }],
  [
    'who is held out, where no step is for them',
    heldOut,
    { steps: plan.steps.slice(0, 3) },
    { status: 'not-texted', reason: 'held-out', next: null },
  ],
  [
    'for whom quiet days put `before` on the day of the eve, Saturday 14',
    {},
    { steps: plan.steps.map((step) => ({ ...step, offsetDays: Math.max(step.offsetDays, -2) })) },
    { status: 'texted', reason: null, next: eve },
  ],
  [
    'who asked for no more texts',
    { stopped: { until: null } },
    {},
    { status: 'not-texted', reason: 'stopped', next: null },
  ],
  [
    'who asked for none until the 20th',
    { stopped: { until: '2026-11-20' } },
    {},
    {
      ...{ status: 'not-texted', reason: 'stopped' },
      next: { ...eve, step: 'after', date: '2026-11-23' },
    },
  ],
  [
    'without a phone',
    { phone: null },
    {},
    { status: 'not-texted', reason: 'no-phone', next: null },
  ],
  ['whose number failed once', { phoneFailures: 1 }, {}, { status: 'texted', next: eve }],
  [
    'whose number failed twice',
    { phoneFailures: 2 },
    {},
    { status: 'not-texted', reason: 'dead-number', next: null },
  ],
  [
    'who is not on the list',
    {},
    { onlyTo: ['+6287000000001'] },
    { status: 'not-texted', reason: 'not-on-list', next: null },
  ],
  [
    'whom the government pays for',
    { governmentPaid: true },
    {},
    { status: 'not-texted', reason: 'government-paid', next: null },
  ],
  ['who has died', { ended }, {}, { status: 'not-texted', reason: 'ended', next: null }],
])('%s', (_, worker, given, texting) => expect(textingFor(worker, given)).toMatchObject(texting));
