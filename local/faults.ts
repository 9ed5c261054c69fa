import * as z from 'zod';
import { diceOf } from '#local/simulation/chance';
import {
  deliveryLogs,
  type HandlerName,
  handlers,
  pieceQueue,
  sliceQueue,
  tableStream,
} from '#triggers';

/** What SNS answers instead; it took the text only where the name says so. */
const snsFaults = [
  'throttle',
  'timeout',
  'error',
  'refuse',
  'accept-then-timeout',
  'accept-then-hang-up',
] as const;

/**
 * `fail`: the function does not start, as after a bad deployment. `throttle`: Lambda has no
 * concurrency for it. `refuse`: its caller may not invoke it.
 */
const callFaults = ['fail', 'throttle', 'refuse'] as const;

/** What reads for a function, and can be switched off: queues, the stream, the delivery logs. */
const mapped = [
  sliceQueue.handler,
  pieceQueue.handler,
  tableStream.handler,
  deliveryLogs.handler,
] as const;

const percent = z.number().min(0).max(100);
const count = z.number().int().positive();
const handlerNames = Object.keys(handlers) as HandlerName[];

/** What goes wrong on request. Each part replaces the earlier one; a part not sent stays. */
export const faultsSchema = z
  .object({
    sns: z.array(
      z.object({
        kind: z.enum(snsFaults),
        count,
      }),
    ),
    carrier: z.object({
      deliveredPercent: percent.default(100),
      deadNumbers: z.array(z.string()).default([]),
      /** SNS takes texts, delivers none, and says so in its log. */
      quotaUsedUp: z.boolean().default(false),
      /** SNS logs nothing any more. */
      silent: z.boolean().default(false),
      /** What a part costs on the route of today. */
      priceUsdPerPart: z.number().positive().default(0.16),
    }),
    dynamodb: z.object({
      throttlePercent: percent.default(0),
      conflictPercent: percent.default(0),
      /** The same seed draws the same sequence of faults. */
      seed: z.number().int().optional(),
    }),
    lambda: z.array(
      z.object({
        handler: z.enum(handlerNames),
        kind: z.enum(callFaults),
        count,
      }),
    ),
    mappings: z.object({
      off: z.array(z.enum(mapped)),
    }),
    s3: z.object({
      /** So many of the next files that come are told of twice, as EventBridge may do. */
      toldTwice: z.number().int().nonnegative(),
    }),
  })
  .partial()
  .strict();

export type SnsFault = (typeof snsFaults)[number];
export type DatabaseFault = 'throttle' | 'conflict';
export type CallFault = (typeof callFaults)[number];
type Mapped = (typeof mapped)[number];
type CarrierFaults = Required<NonNullable<z.infer<typeof faultsSchema>['carrier']>>;
type DatabaseFaults = Readonly<{ throttlePercent: number; conflictPercent: number }>;
type Injected =
  | `sns ${SnsFault}`
  | `dynamodb ${DatabaseFault}`
  | `lambda ${CallFault}`
  | 's3 told twice';
export type Faults = ReturnType<typeof keepFaults>;

export function keepFaults() {
  let sns: SnsFault[] = [];
  let carrier: CarrierFaults = {
    deliveredPercent: 100,
    deadNumbers: [],
    quotaUsedUp: false,
    silent: false,
    priceUsdPerPart: 0.16,
  };
  let calls: Readonly<{ handler: HandlerName; kind: CallFault }>[] = [];
  let off: readonly Mapped[] = [];
  let toldTwice = 0;
  let tell = (): void => undefined;
  let dynamodb: DatabaseFaults = { throttlePercent: 0, conflictPercent: 0 };
  let dice: () => number = Math.random;
  const injected: Partial<Record<Injected, number>> = {};
  const count = (fault: keyof typeof injected) => {
    injected[fault] = (injected[fault] ?? 0) + 1;
  };
  return {
    set(asked: z.infer<typeof faultsSchema>): void {
      if (asked.sns)
        sns = asked.sns.flatMap(({ kind, count }) => Array.from({ length: count }, () => kind));
      if (asked.lambda)
        calls = asked.lambda.flatMap(({ count, ...fault }) =>
          Array.from({ length: count }, () => fault),
        );
      off = asked.mappings?.off ?? off;
      toldTwice = asked.s3?.toldTwice ?? toldTwice;
      carrier = asked.carrier ?? carrier;
      dynamodb = asked.dynamodb ?? dynamodb;
      const { seed } = asked.dynamodb ?? {};
      if (seed !== undefined) dice = diceOf(seed);
      tell();
    },
    /** Calls `told` whenever faults are set: what was switched off may be on again. */
    whenSet(told: () => void): void {
      tell = told;
    },
    isOff: (handler: Mapped): boolean => off.includes(handler),
    /** Whether its next call will not reach it either. */
    isBroken: (handler: HandlerName): boolean => calls.some((fault) => fault.handler === handler),
    /** What becomes of the next call of this function. */
    nextCall(handler: HandlerName): CallFault | undefined {
      const index = calls.findIndex((fault) => fault.handler === handler);
      const [fault] = index < 0 ? [] : calls.splice(index, 1);
      if (fault) count(`lambda ${fault.kind}`);
      return fault?.kind;
    },
    /** What becomes of the next text; each fault is used up in the order it was asked for. */
    nextSms(): SnsFault | undefined {
      const fault = sns.shift();
      if (fault) count(`sns ${fault}`);
      return fault;
    },
    /** How often the next file that comes is told of. */
    timesTold(): 1 | 2 {
      if (toldTwice === 0) return 1;
      toldTwice -= 1;
      count('s3 told twice');
      return 2;
    },
    dynamodb: () => dynamodb,
    /** What becomes of the next request to the database. */
    nextRequest(): DatabaseFault | undefined {
      const drawn = dice() * 100 - dynamodb.throttlePercent;
      if (drawn < 0) return 'throttle';
      return drawn < dynamodb.conflictPercent ? 'conflict' : undefined;
    },
    countRequest: (fault: DatabaseFault) => count(`dynamodb ${fault}`),
    /** `injected`: how many of each kind this process has made so far. */
    current: () => ({
      ...{ sns, carrier, dynamodb, lambda: calls, mappings: { off }, s3: { toldTwice } },
      injected,
    }),
  };
}
