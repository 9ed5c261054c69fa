import { type AccountLimit, GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import {
  GetServiceQuotaCommand,
  paginateListServiceQuotas,
  type ServiceQuota,
} from '@aws-sdk/client-service-quotas';
import { sendersFor } from '#domain/sending/senders';
import type { Stage } from '#lib/stages';
import type { Check, Judged } from './check.ts';

/** Lambda refuses a reservation that would leave less than this to all other functions. */
const unreserved = 100;

const reservedIn = ({ reservedConcurrency }: Stage): number =>
  Object.values(reservedConcurrency).reduce((sum, each) => sum + each, 0);

/** New accounts may begin with 10, which the senders alone would use up. */
export const concurrency: Check<AccountLimit | undefined> = {
  name: 'Lambda concurrency',
  needs: 'lambda:GetAccountSettings',
  read: async ({ functions }) =>
    (await functions.send(new GetAccountSettingsCommand())).AccountLimit,
  wanted: ({ stage }) =>
    `${reservedIn(stage) + unreserved}: ${reservedIn(stage)} reserved in lib/stages.ts, and ` +
    `${unreserved} that Lambda leaves to all functions, of which senders use up to ` +
    sendersFor(stage.settings.smsPartsPerSecond),
  judge: ({ ConcurrentExecutions: limit = 0 } = {}, { stage }) => {
    const reserved = reservedIn(stage);
    const free = Math.max(0, limit - unreserved);
    const short = reserved > 0 ? 'stops the deployment' : 'advice';
    return {
      standing: limit >= reserved + unreserved ? 'ok' : short,
      found: `${limit}, so that reservedConcurrency of lib/stages.ts may be ${free} in all`,
    };
  },
  ask: () => 'Service Quotas, Lambda, Concurrent executions (L-B99A9384): ask for 1000',
  takes: 'some minutes to two days',
};

/** A run over 500 due workers takes 3,856 units, read and written: the capacity test adds them. */
const unitsPerText = 8;

export const tableWrites: Check<ServiceQuota | undefined> = {
  name: 'DynamoDB writes',
  needs: 'servicequotas:GetServiceQuota',
  read: async ({ quotas }) => {
    const asked = new GetServiceQuotaCommand({ ServiceCode: 'dynamodb', QuotaCode: 'L-AB614373' });
    return (await quotas.send(asked)).Quota;
  },
  wanted: ({ stage: { settings } }) =>
    `${unitsPerText * settings.smsPartsPerSecond} units a second for a table, ` +
    `${unitsPerText} for each of smsPartsPerSecond (${settings.smsPartsPerSecond})`,
  judge: (quota, { stage }) => atLeast(quota, unitsPerText * stage.settings.smsPartsPerSecond),
  ask: () => 'Service Quotas, DynamoDB, Table-level write throughput limit (L-AB614373)',
  takes: 'some hours to two days',
};

/** By its name, as AWS's guides have it: they do not give its code. */
const textRate = /transactional sms.*per second/i;

export const textsPerSecond: Check<ServiceQuota | undefined> = {
  name: 'texts a second',
  needs: 'servicequotas:ListServiceQuotas',
  read: async ({ quotas: client }) => {
    for await (const { Quotas = [] } of paginateListServiceQuotas(
      { client },
      { ServiceCode: 'sns' },
    )) {
      const found = Quotas.find(({ QuotaName = '' }) => textRate.test(QuotaName));
      if (found) return found;
    }
    return undefined;
  },
  wanted: ({ stage: { settings } }) =>
    `smsPartsPerSecond of lib/stages.ts, ${settings.smsPartsPerSecond}: SNS refuses what is more`,
  judge: (quota, { stage }) => atLeast(quota, stage.settings.smsPartsPerSecond),
  ask: () =>
    'Service Quotas, Simple Notification Service, Transactional SMS; where it lists none, a case ' +
    'for the SMS message rate of AWS End User Messaging',
  takes: 'a day until Support answers',
};

function atLeast({ Value: found }: ServiceQuota = {}, wanted: number): Judged {
  if (found === undefined) return { standing: 'not read', found: 'none in Service Quotas' };
  return { standing: found >= wanted ? 'ok' : 'advice', found: `${found} a second` };
}
