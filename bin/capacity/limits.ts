import { warmThroughput } from '#lib/warm-throughput';
import type { Asked } from './asked.ts';
import type { KeyLoad } from './hot-keys.ts';
import { type Load, writesIn } from './load.ts';
import { messagesUsd } from './money.ts';
import { publishesIn, quotas } from './quotas.ts';
import { neededTexts } from './rate.ts';

/** What there is, and what this month needs; `needs` null: no value would be enough. */
export type Limit = Readonly<{
  name: string;
  unit: string;
  has: number;
  needs: number | null;
  /** What to do where it falls short. */
  remedy: string;
}>;

export const isShort = ({ has, needs }: Limit): boolean => needs === null || has < needs;

/** `needed`: the load at the rate at which all that a day owes leaves on that day. */
export function rateLimits(asked: Asked): readonly Limit[] {
  const { stage, partsPerText } = asked;
  const texts = neededTexts(asked);
  const parts = { name: 'smsPartsPerSecond', has: stage.settings.smsPartsPerSecond };
  return [
    {
      ...{ ...parts, unit: 'parts a second', needs: texts === null ? null : texts * partsPerText },
      remedy: 'ask AWS Support for that many SMS parts a second, then set it in lib/stages.ts',
    },
    {
      ...{ name: 'SNS Publish', unit: 'calls a second', has: publishesIn(stage.region) },
      ...{
        needs: texts,
        remedy: `ask for more in ${stage.region}, or send from another region too`,
      },
    },
  ];
}

export function moneyLimits(asked: Asked, needed: Load): readonly Limit[] {
  const { stage, plan } = asked;
  const usd = messagesUsd(asked, needed);
  const spend = { name: 'smsSpendLimitUsd', unit: 'US$ a month', has: stage.smsSpendLimitUsd };
  const budget = plan.monthlyBudgetRupiah;
  return [
    {
      ...{ ...spend, needs: Math.ceil(usd) },
      remedy: 'ask AWS Support for that spend limit first, then set it in lib/stages.ts',
    },
    ...(budget === null
      ? []
      : [
          {
            ...{ name: 'monthlyBudgetRupiah', unit: 'rupiah a month', has: budget },
            needs: Math.ceil(usd * stage.settings.rupiahPerUsd),
            remedy: 'raise it in the plan, or text fewer',
          },
        ]),
  ];
}

/** Those that keep payments and rows from being written as fast as they come. */
export const tableLimits = (
  { stage }: Asked,
  needed: Load,
  keyLoads: readonly KeyLoad[],
): readonly Limit[] => [
  {
    ...{ name: 'paymentThrottle', unit: 'payments a second', has: stage.paymentThrottle.rateLimit },
    needs: Math.ceil(needed.payments.second),
    remedy: 'raise it in lib/stages.ts, with the concurrency of receive-payment',
  },
  {
    ...{ name: 'the table in its first minute', unit: 'write units a second' },
    ...{ has: warmedWrites(stage), needs: Math.ceil(writesIn(needed, 'second')) },
    remedy: 'the stack warms it for smsPartsPerSecond and paymentThrottle: raise both, and deploy',
  },
  ...keyLoads.map(({ key, pieces, needed }) => ({
    ...{ name: key, unit: 'partitions', has: pieces, needs: needed },
    remedy: 'cut its key into that many pieces in functions/table.ts',
  })),
];

/** What lib/ asks DynamoDB for, or what it gives without being asked. */
export function warmedWrites({ settings, paymentThrottle }: Asked['stage']): number {
  const { smsPartsPerSecond: textParts } = settings;
  const { table } = warmThroughput({ textParts, payments: paymentThrottle.rateLimit });
  return table?.writeUnitsPerSecond ?? quotas.coldWriteUnits;
}
