import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import { functionLog, functionMetric, ourMetric } from '#local/cloudwatch/names';
import { lambdaArn } from '#local/environment';
import type { Faults } from '#local/faults';
import type { HandlerLog } from '#local/handler-log';
import type { Counts } from '#local/scheduler/dry-run';
import { type HandlerName, handlerModule, handlers } from '#triggers';

type LambdaContext = Omit<Context, 'done' | 'fail' | 'succeed'>;
export type Handler = (event: unknown, context: LambdaContext) => Promise<unknown>;
export type LoadHandler = (name: HandlerName) => Promise<Handler>;
export type Lambda = ReturnType<typeof startLambda>;

/** The module of a handler, loaded at its first call, when the environment is set. */
export const importHandler: LoadHandler = async (name) =>
  (await import(handlerModule(name))).handler;

/** The call never reached the function: Lambda had no concurrency, or the caller no permission. */
export class NotCalled extends Error {
  readonly because: 'throttle' | 'refuse';
  constructor(because: NotCalled['because']) {
    super(because === 'throttle' ? 'Rate Exceeded.' : 'The caller may not invoke the function.');
    this.because = because;
  }
}

type LambdaOptions = Readonly<{
  load: LoadHandler;
  log: HandlerLog;
  faults: Pick<Faults, 'nextCall'>;
  cloudwatch: Pick<CloudWatch, 'put'>;
  /** Takes what an asynchronous invocation failed to handle three times. */
  bury: (handler: HandlerName, event: unknown) => void;
}>;

/** Calls handlers as Lambda does: events and answers are JSON, time is limited. */
export function startLambda({ load, log, faults, cloudwatch, bury }: LambdaOptions) {
  const loaded = new Map<HandlerName, Promise<Handler>>();

  const handlerOf = (name: HandlerName): Promise<Handler> => {
    const handler = loaded.get(name) ?? load(name);
    loaded.set(name, handler);
    return handler;
  };

  const report = (name: HandlerName, metric: string, value: number, at?: number): void =>
    cloudwatch.put(functionMetric(name, metric), value, at);

  const run = async (name: HandlerName, event: unknown, isBroken: boolean): Promise<unknown> => {
    if (isBroken) throw new Error('Runtime.ImportModuleError: the function does not start.');
    const handler = await handlerOf(name);
    return copy(
      await withinTime(name, () => log.around(name, () => handler(copy(event), contextOf(name)))),
    );
  };

  const invoke = async (name: HandlerName, event: unknown): Promise<unknown> => {
    const fault = faults.nextCall(name);
    if (fault === 'throttle') report(name, 'Throttles', 1);
    if (fault === 'throttle' || fault === 'refuse') throw new NotCalled(fault);
    const began = performance.now();
    let errors = 1;
    try {
      const answer = await run(name, event, fault === 'fail');
      errors = 0;
      return answer;
    } catch (error) {
      log.failed(name, error);
      throw error;
    } finally {
      report(name, 'Invocations', 1);
      report(name, 'Errors', errors);
      report(name, 'Duration', performance.now() - began);
    }
  };

  /**
   * An asynchronous invocation, repeated twice where it throws; Lambda waits until it has the
   * concurrency for it. Answers whether one of the three succeeded. Rejects where the caller may
   * not invoke the function.
   */
  const invokeAsync = async (name: HandlerName, event: unknown): Promise<boolean> => {
    for (let attempts = 0; attempts < 3; ) {
      const failure = await invoke(name, event).then(
        () => null,
        (error: unknown) => error,
      );
      if (failure === null) return true;
      if (failure instanceof NotCalled && failure.because === 'refuse') throw failure;
      if (!(failure instanceof NotCalled)) attempts += 1;
    }
    bury(name, event);
    return false;
  };

  /**
   * A jump of the clock left this invocation out at `at`, since it would come to nothing but these
   * counts.
   */
  const leftOut = (name: HandlerName, counts: Counts, at: number): void => {
    for (const [count, value] of counts) cloudwatch.put(ourMetric(count), value, at);
    report(name, 'Invocations', 1, at);
    report(name, 'Errors', 0, at);
  };

  return { invoke, invokeAsync, leftOut };
}

/**
 * Like Lambda it gives up on a handler that takes too long; unlike Lambda it cannot stop it. The
 * limit is counted in CPU time of this process: other programs on the machine do not use it up.
 */
function withinTime<T>(name: HandlerName, work: () => Promise<T>): Promise<T> {
  const { timeoutSeconds } = handlers[name];
  const remaining = countDown(timeoutSeconds);
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const look = (): void => {
      if (remaining() > 0) timer = setTimeout(look, remaining());
      else reject(new Error(`${name} timed out after ${timeoutSeconds} seconds of CPU time.`));
    };
    look();
    Promise.resolve()
      .then(work)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Answers how many milliseconds of CPU time are left, never below 0. */
function countDown(seconds: number): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return Math.max(0, seconds * 1_000 - (user + system) / 1_000);
  };
}

/** Milliseconds. The limit itself is kept by `withinTime`. */
const longestTimer = 2 ** 31 - 1;

function contextOf(name: HandlerName): LambdaContext {
  const { memoryMb } = handlers[name];
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: lambdaArn(name),
    memoryLimitInMB: String(memoryMb),
    awsRequestId: randomUUID(),
    logGroupName: functionLog(name),
    logStreamName: 'stage',
    callbackWaitsForEmptyEventLoop: false,
    // middy counts it down by the clock on the wall, which on a busy machine runs ahead of the
    // work.
    getRemainingTimeInMillis: () => longestTimer,
  };
}

const copy = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
