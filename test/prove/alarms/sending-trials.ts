import { stageSettings } from '#local/environment';
import { aPerson, csvOf } from '#local/made-up';
import { asAdmin } from '../../stage/calls.ts';
import type { TestStage } from '../../stage/stage.ts';
import { broken, many, type Trial } from './trial.ts';

type Faults = Parameters<TestStage['faults']>[0];

const during =
  (from: string, to: string, faults: Faults, over: Faults) =>
  async (stage: TestStage): Promise<void> => {
    await stage.clockTo(from);
    await stage.faults(faults);
    await stage.clockTo(to);
    await stage.faults(over);
  };

/**
 * A day of texts has three firings, at 07:00 in Papua, 08:00 in Bali and 09:00 in Solo. The first
 * texts of each day bring the month's bill above four fifths of what this stage may spend.
 */
export const sendingTrials: readonly Trial[] = [
  {
    cause: 'plan-run does not start when a schedule of the plan fires',
    make: broken('plan-run', { to: '2026-11-11T07:05+07:00' }),
    rings: [
      'Countsrequeued',
      'MessagesSpend',
      'RemindersplanrunAlarm',
      'RemindersplanrunDeadLettersAlarm',
    ],
  },
  {
    cause: 'a schedule of the plan may not invoke plan-run',
    make: broken('plan-run', { to: '2026-11-11T08:05+07:00', kind: 'refuse' }),
    rings: ['Countsrequeued', 'RemindersingatschedulesDeadLettersAlarm'],
  },
  {
    cause: 'senders do not start',
    make: broken('send-reminders', { to: '2026-11-11T09:50+07:00', count: many }),
    rings: ['RemindersDeadLettersAlarm', 'RemindersOldestSlice', 'ReminderssendremindersAlarm'],
  },
  {
    cause: 'SNS does not answer',
    make: during(
      '2026-11-14T06:55+07:00',
      '2026-11-14T07:05+07:00',
      { sns: [{ kind: 'timeout', count: 1 }] },
      {},
    ),
    rings: ['Countsunknown', 'MessagesSpend'],
  },
  {
    cause: 'SNS refuses a number',
    make: during(
      '2026-11-14T07:55+07:00',
      '2026-11-14T08:05+07:00',
      { sns: [{ kind: 'refuse', count: 1 }] },
      {},
    ),
    rings: ['Countsfailed'],
  },
  {
    cause: 'SNS throttles',
    make: during(
      '2026-11-14T08:55+07:00',
      '2026-11-14T09:05+07:00',
      { sns: [{ kind: 'throttle', count: 100 }] },
      { sns: [] },
    ),
    rings: ['Countsheldback'],
  },
  {
    cause: 'the quota of SNS is used up',
    make: during(
      '2026-11-23T06:55+07:00',
      '2026-11-23T07:05+07:00',
      { carrier: { quotaUsedUp: true } },
      { carrier: {} },
    ),
    rings: ['MessagesQuotaUsedUp', 'MessagesSpend'],
  },
  {
    cause: 'record-delivery does not start when receipts come',
    make: broken('record-delivery', { to: '2026-11-23T08:30+07:00', count: many }),
    rings: ['MessagesrecorddeliveryAlarm', 'MessagesrecorddeliveryDeadLettersAlarm'],
  },
  {
    cause: 'record-delivery has no concurrency when receipts come',
    make: broken('record-delivery', { to: '2026-11-23T09:05+07:00', kind: 'throttle' }),
    rings: ['MessagesrecorddeliveryThrottled'],
  },
  {
    cause: 'ten texts of a budget of twelve are sent',
    async make(stage) {
      await stage.clockTo('2026-12-10T06:55+07:00');
      await budgetOf(stage, 12);
      await stage.clockTo('2026-12-10T07:05+07:00');
    },
    rings: ['Countsbudget80', 'MessagesSpend'],
  },
  {
    cause: 'ten more texts of it are due',
    make: (stage) => stage.clockTo('2026-12-10T08:05+07:00'),
    rings: ['Countsbudget100'],
  },
  {
    cause: 'the senders have no concurrency',
    async make(stage) {
      await budgetOf(stage, null);
      await broken('send-reminders', { to: '2026-12-10T09:05+07:00', kind: 'throttle' })(stage);
    },
    rings: ['ReminderssendremindersThrottled'],
  },
  {
    cause: 'plan-run has no concurrency when a schedule of the plan fires',
    async make(stage) {
      await stage.clockTo('2026-12-14T06:55+07:00');
      await broken('plan-run', { to: '2026-12-14T07:05+07:00', kind: 'throttle' })(stage);
    },
    rings: ['MessagesSpend', 'RemindersplanrunThrottled'],
  },
  {
    cause: 'nothing reads the queue of slices for two days',
    make: during(
      '2026-12-14T07:55+07:00',
      '2026-12-16T08:00+07:00',
      { mappings: { off: ['send-reminders'] } },
      { mappings: { off: [] } },
    ),
    rings: ['Countsmissed', 'RemindersOldestSlice', 'Silencesdueunsent'],
  },
  {
    cause: 'a part costs ten times what it should',
    make: during(
      '2026-12-22T06:55+07:00',
      '2026-12-22T07:05+07:00',
      { carrier: { priceUsdPerPart: 1.6 } },
      { carrier: {} },
    ),
    rings: ['MessagesTooDear'],
  },
  {
    cause: 'SNS logs nothing any more',
    make: during(
      '2026-12-22T07:55+07:00',
      '2026-12-22T15:00+07:00',
      { carrier: { silent: true } },
      { carrier: {} },
    ),
    rings: ['MessagesSpend', 'Silencesreceiptssilent'],
  },
  {
    cause: 'who is to be told of a payment is not told for two hours',
    async make(stage) {
      await stage.clockTo('2026-12-23T09:00+07:00');
      // First: a round between the payment and the fault would tell them at once.
      await stage.faults({ mappings: { off: ['send-reminders'] } });
      const member = aPerson(121, { coveredThrough: '2026-11' });
      const [header, line] = csvOf([member]).split('\n');
      await stage.importCsv(`${header},group\n${line},Koperasi Ojek\n`);
      await stage.pay({ reference: 'P-121', nik: member.nik, amount: 8_400 });
      await stage.clockTo('2026-12-23T11:20+07:00');
      await stage.faults({ mappings: { off: [] } });
    },
    // Told at half past eleven, by the first text of the day.
    rings: ['MessagesSpend', 'RemindersOldestSlice', 'Silencesconfirmationslate'],
  },
];

/** A month later, after the counting was tried: three in fifty are more than chance. */
export const januaryTrials: readonly Trial[] = [
  {
    cause: 'the first texts of a step fare badly',
    make: during(
      '2027-01-09T08:55+07:00',
      '2027-01-09T09:05+07:00',
      { sns: [{ kind: 'refuse', count: 10 }] },
      { sns: [] },
    ),
    rings: ['Countsfailed', 'Countshalted', 'MessagesSpend'],
  },
];

const priceRupiah = stageSettings.priceUsdPerPart * stageSettings.rupiahPerUsd;

/** What the plan may spend on texts in a month, in texts of one part. */
async function budgetOf(stage: TestStage, texts: number | null): Promise<void> {
  const plan = await stage.ask<{ version: number }>('GET', '/api/plan', asAdmin());
  const monthlyBudgetRupiah = texts && texts * priceRupiah;
  const headers = { 'if-match': String(plan.version) };
  await stage.ask('PUT', '/api/plan', { ...asAdmin({ ...plan, monthlyBudgetRupiah }), headers });
}
