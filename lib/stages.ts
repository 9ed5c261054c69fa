import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Settings } from '#domain/settings';

/** The one table in which stages differ. A stage has an AWS account to itself: SMS attributes and the schedule group `ingat` belong to an account. */
export type Stage = Readonly<{
  region: string;
  settings: Settings;
  logRetention: RetentionDays;
  /** US$ a month that SNS may spend. AWS refuses more than its own quota, which is 1 until Support raises it: raise it there first, then here. */
  smsSpendLimitUsd: number;
  /** Calls a second of all users together, and how many at once on top. */
  apiThrottle: Readonly<{ rateLimit: number; burstLimit: number }>;
  /** Where Cognito may send a user back to after signing in, besides the console's own address. */
  consoleUrls: readonly string[];
}>;

const settings = {
  // SNS lets a registered sender ID send 10 parts a second (20 without one) until its quota is raised.
  smsPartsPerSecond: 10,
  priceUsdPerPart: 0.16073,
  rupiahPerUsd: 16_500,
  lapseMonths: 3,
  reactivation: 'resume',
  jointLeaveMovesDueDate: false,
  // Null until the sender is registered with the carriers: SNS refuses one that is not.
  senderId: null,
} as const;

const stages = {
  production: {
    region: 'ap-southeast-3',
    settings: { ...settings, stage: 'production', shards: 64, approval: true },
    logRetention: RetentionDays.ONE_YEAR,
    smsSpendLimitUsd: 1,
    apiThrottle: { rateLimit: 100, burstLimit: 200 },
    consoleUrls: ['https://console.ingat.example/'],
  },
  staging: {
    region: 'ap-southeast-3',
    settings: { ...settings, stage: 'staging', shards: 4, approval: false },
    logRetention: RetentionDays.ONE_MONTH,
    smsSpendLimitUsd: 1,
    apiThrottle: { rateLimit: 20, burstLimit: 40 },
    consoleUrls: ['http://localhost:8787/'],
  },
} as const satisfies Record<string, Stage>;

type StageName = keyof typeof stages;

/** The stage named by `-c stage=…`. */
export function stageNamed(name: string): Stage {
  if (name in stages) return stages[name as StageName];
  throw new Error(
    `There is no stage ${name}; there are ${Object.keys(stages).join(' and ')}: cdk … -c stage=staging`,
  );
}
