import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Settings } from '#domain/settings';
import type { HandlerName } from '#triggers';

/**
 * The one table in which stages differ. Each stage has an AWS account of its own: SMS attributes
 * and the schedule group `ingat` belong to an account.
 */
export type Stage = Readonly<{
  region: string;
  settings: Settings;
  logRetention: RetentionDays;
  /** US$ a month that SNS may spend. AWS refuses more than its quota, 1 until Support raises it. */
  smsSpendLimitUsd: number;
  /** Calls of people, all together. */
  apiThrottle: Throttle;
  /** `POST /api/payments` apart: neither channels nor people may use up what the other needs. */
  paymentThrottle: Throttle;
  /**
   * Executions kept for a function, which no other can take, and the most that it may have itself.
   * None until the account's quota is raised: AWS refuses a reserve that leaves fewer than 100 to
   * all others, and a new account may have 10. operating.md suggests values.
   */
  reservedConcurrency: Readonly<Partial<Record<HandlerName, number>>>;
  /** The console's own address; without one CloudFront gives it a name. */
  domain: Domain | null;
  /** Made by the operator, for CloudFront, which takes none from another region. */
  webAclArn: `arn:aws:wafv2:us-east-1:${string}:global/webacl/${string}` | null;
  /**
   * Nobody can delete the stack, its table or its users by mistake. Not before the first deployment
   * has gone through: what a failed one leaves behind has to be deletable.
   */
  isProtected: boolean;
  /** All calls go to the new versions at once: only for a repair. */
  isAtOnce: boolean;
}>;

/** What a deployment is told besides its stage. */
type Told = Readonly<{ unprotected?: boolean; atOnce?: boolean }>;

/** Calls a second, and how many more at once. API Gateway answers 429 to the rest. */
type Throttle = Readonly<{ rateLimit: number; burstLimit: number }>;

/** CloudFront takes certificates from us-east-1 alone. `name` is a host: console.example.go.id. */
type Domain = Readonly<{
  name: string;
  certificateArn: `arn:aws:acm:us-east-1:${string}:certificate/${string}`;
}>;

const settings = {
  // The quota of SNS: 10 parts a second for a registered sender ID, 20 without one.
  smsPartsPerSecond: 10,
  claimLeadMilliseconds: 200,
  priceUsdPerPart: 0.16073,
  // Half as much again as the dearest comparator of 2026 (0.44), since the real price is not known
  // yet; a route at ten times the price (1.6) is refused.
  maxPriceUsdPerPart: 0.65,
  rupiahPerUsd: 16_500,
  lapseMonths: 3,
  reactivation: 'resume',
  jointLeaveMovesDueDate: false,
  // Null until the carriers have registered the sender: SNS refuses an unknown one.
  senderId: null,
} as const;

const stages = {
  production: {
    region: 'ap-southeast-3',
    settings: { ...settings, stage: 'production', shards: 64, approval: true },
    logRetention: RetentionDays.ONE_YEAR,
    smsSpendLimitUsd: 1,
    apiThrottle: { rateLimit: 100, burstLimit: 200 },
    paymentThrottle: { rateLimit: 100, burstLimit: 200 },
    reservedConcurrency: {},
    domain: null,
    webAclArn: null,
  },
  staging: {
    region: 'ap-southeast-3',
    settings: { ...settings, stage: 'staging', shards: 4, approval: false },
    logRetention: RetentionDays.ONE_MONTH,
    smsSpendLimitUsd: 1,
    apiThrottle: { rateLimit: 20, burstLimit: 40 },
    paymentThrottle: { rateLimit: 20, burstLimit: 40 },
    reservedConcurrency: {},
    domain: null,
    webAclArn: null,
  },
} as const satisfies Record<string, Omit<Stage, 'isProtected' | 'isAtOnce'>>;

type StageName = keyof typeof stages;

export const stackName = ({ settings }: Stage): string => `ingat-${settings.stage}`;

/** The stage named by `-c stage=…`, or by a command's `--stage`. */
export function stageNamed(
  name: string,
  { unprotected = false, atOnce = false }: Told = {},
): Stage {
  if (name in stages)
    return { ...stages[name as StageName], isProtected: !unprotected, isAtOnce: atOnce };
  const known = Object.keys(stages).join(' and ');
  throw new Error(`There is no stage ${name}; there are ${known}`);
}
