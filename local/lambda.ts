import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { lambdaArn } from '#local/environment';
import type { HandlerLog } from '#local/handler-log';
import { type HandlerName, handlerModule, handlers } from '#triggers';

type LambdaContext = Omit<Context, 'done' | 'fail' | 'succeed'>;
export type Handler = (event: unknown, context: LambdaContext) => Promise<unknown>;
export type LoadHandler = (name: HandlerName) => Promise<Handler>;
export type Lambda = ReturnType<typeof startLambda>;

/** The module of a handler, loaded at its first call, when the environment is set. */
export const importHandler: LoadHandler = async (name) =>
  (await import(handlerModule(name))).handler;

/** Calls handlers as Lambda does: events and answers are JSON, time is limited. */
export function startLambda({ load, log }: { load: LoadHandler; log: HandlerLog }) {
  const loaded = new Map<HandlerName, Promise<Handler>>();

  const handlerOf = (name: HandlerName): Promise<Handler> => {
    const handler = loaded.get(name) ?? load(name);
    loaded.set(name, handler);
    return handler;
  };

  const invoke = async (name: HandlerName, event: unknown): Promise<unknown> => {
    try {
      const handler = await handlerOf(name);
      return copy(
        await withinTime(name, () => log.around(name, () => handler(copy(event), contextOf(name)))),
      );
    } catch (error) {
      log.failed(name, error);
      throw error;
    }
  };

  /**
   * An asynchronous invocation, repeated twice where it throws. Answers whether one of the three
   * succeeded.
   */
  const invokeAsync = async (name: HandlerName, event: unknown): Promise<boolean> => {
    const succeeds = (): Promise<boolean> =>
      invoke(name, event).then(
        () => true,
        () => false,
      );
    return (await succeeds()) || (await succeeds()) || (await succeeds());
  };

  return { invoke, invokeAsync };
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
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'stage',
    callbackWaitsForEmptyEventLoop: false,
    // middy counts it down by the clock on the wall, which on a busy machine runs ahead of the work.
    getRemainingTimeInMillis: () => longestTimer,
  };
}

const copy = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
