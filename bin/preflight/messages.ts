import {
  DescribeSenderIdsCommand,
  DescribeSpendLimitsCommand,
  type SenderIdInformation,
  type SpendLimit,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { GetSMSAttributesCommand, GetSMSSandboxAccountStatusCommand } from '@aws-sdk/client-sns';
import type { Check } from './check.ts';

export const sandbox: Check<boolean> = {
  name: 'SMS sandbox',
  needs: 'sns:GetSMSSandboxAccountStatus',
  read: async ({ sns }) =>
    (await sns.send(new GetSMSSandboxAccountStatusCommand())).IsInSandbox ?? true,
  wanted: () => 'out of it',
  judge: (isInside) => ({
    standing: isInside ? 'stops the first text' : 'ok',
    found: isInside ? 'in it: only numbers that were verified by hand get texts' : 'out of it',
  }),
  ask: () => 'SNS console of the region, Text messaging, Exit SMS sandbox, which opens a case',
  takes: 'a day until Support answers, and longer if it has questions',
};

const usd = (amount: number): string => `US$${amount} a month`;

/** The stack sets `smsSpendLimitUsd`, which AWS refuses above its own quota. */
export const spendQuota: Check<readonly SpendLimit[]> = {
  name: 'SMS spend quota',
  needs: 'sms-voice:DescribeSpendLimits',
  read: async ({ messaging }) =>
    (await messaging.send(new DescribeSpendLimitsCommand())).SpendLimits ?? [],
  wanted: ({ stage }) =>
    `at least smsSpendLimitUsd of lib/stages.ts, ${usd(stage.smsSpendLimitUsd)}`,
  judge: (limits, { stage }) => {
    const { MaxLimit: quota } = limits.find(({ Name }) => Name === textLimit) ?? {};
    if (quota === undefined) return { standing: 'not read', found: 'none for texts' };
    const enough = quota >= stage.smsSpendLimitUsd;
    return { standing: enough ? 'ok' : 'stops the deployment', found: usd(quota) };
  },
  ask: () => 'a case for the SMS spend quota of AWS End User Messaging',
  takes: 'a day until Support answers',
};
const textLimit = 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT';

/** Nobody has set a limit yet: AWS begins with US$1. */
const firstLimitUsd = '1';

/** What SNS goes by now. At it, SNS accepts texts and drops them. */
export const spendLimit: Check<string | undefined> = {
  name: 'SMS spend limit',
  needs: 'sns:GetSMSAttributes',
  read: async ({ sns }) =>
    (await sns.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] }))).attributes
      ?.MonthlySpendLimit,
  wanted: ({ stage }) =>
    `${usd(stage.smsSpendLimitUsd)}, as lib/stages.ts says, and enough for a month’s texts`,
  judge: (limit = firstLimitUsd, { stage }) => {
    const found = Number(limit);
    const parts = Math.floor(found / stage.settings.priceUsdPerPart);
    const isRaised = found === stage.smsSpendLimitUsd && found > Number(firstLimitUsd);
    return { standing: isRaised ? 'ok' : 'advice', found: `${usd(found)}, for ${parts} parts` };
  },
  ask: () => 'raise smsSpendLimitUsd once the quota is raised; the next deployment sets it',
  takes: 'a deployment',
};

/** Whoever asks for Indonesia without a registered sender is at the mercy of the carriers. */
export const senderId: Check<readonly SenderIdInformation[]> = {
  name: 'sender ID',
  needs: 'sms-voice:DescribeSenderIds',
  read: async ({ messaging }) =>
    (await messaging.send(new DescribeSenderIdsCommand())).SenderIds ?? [],
  wanted: ({ stage }) =>
    `${stage.settings.senderId ?? 'one'} registered for Indonesia, and named in lib/stages.ts`,
  judge: (found, { stage }) => {
    const registered = found
      .filter(({ IsoCountryCode, Registered }) => IsoCountryCode === 'ID' && Registered)
      .map(({ SenderId = '' }) => SenderId);
    const { senderId } = stage.settings;
    const isGood = senderId !== null && registered.includes(senderId);
    const named = senderId === null ? 'none is named' : `${senderId} is named`;
    return {
      standing: isGood ? 'ok' : 'stops the first text',
      found: `${registered.join(', ') || 'none'} registered, ${named}`,
    };
  },
  ask: () =>
    'End User Messaging, Registrations, Indonesia sender ID, with a letter of the company; ' +
    'without one, texts come from “NOTICE” or do not arrive',
  takes: 'weeks: the carriers decide',
};
