import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Moto } from '../moto.ts';
import type { Deployed } from './synthesized.ts';

export type Invoked = Readonly<{ answer: unknown; error?: string; said: string }>;
type Invocation = Readonly<{ event: unknown; now: number }>;

/**
 * One cold start: plain Node in the function's own folder, with the environment of its template
 * and what Lambda adds. Date stands at `now`, else a text would leave by daylight alone. Timers of
 * a second or more are ten times as long: they are the time-outs of requests, and moto may be slow.
 */
export async function invoked(
  { folder, handler }: Deployed,
  variables: Readonly<Record<string, string>>,
  { environment }: Pick<Moto, 'environment'>,
  { event, now }: Invocation,
): Promise<Invoked> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', runtime], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...variables, ...lambdas(folder, handler), ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (said = `${said}${chunk}`.slice(-20_000)));
  child.send({ event, now, handler });
  const answers = once(child, 'message');
  const ended = once(child, 'close');
  const [told] = await Promise.race([answers, ended.then(() => [undefined])]);
  await ended;
  if (!told) throw new Error(`The function ended without an answer. It said: ${said}`);
  return { ...(told as { answer: unknown; error?: string }), said };
}

/** Variables that Lambda sets (developer guide, "Defined runtime environment variables"). */
const lambdas = (folder: string, handler: string) => ({
  _HANDLER: handler,
  LAMBDA_TASK_ROOT: folder,
  AWS_LAMBDA_FUNCTION_NAME: 'function',
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_SESSION_TOKEN: 'test',
  _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
  TZ: ':UTC',
});

const runtime = `
process.once('message', async ({ event, now, handler }) => {
  const [Machine, lead, wait] = [Date, now - Date.now(), setTimeout];
  globalThis.Date = class Date extends Machine {
    constructor(...at) { super(...(at.length ? at : [Machine.now() + lead])); }
    static now() { return Machine.now() + lead; }
  };
  globalThis.setTimeout = (work, delay, ...more) =>
    wait(work, delay >= 1000 ? delay * 10 : delay, ...more);
  const [file, name] = handler.split('.');
  const context = { awsRequestId: 'request', functionName: 'function', memoryLimitInMB: '512',
    invokedFunctionArn: 'arn:aws:lambda:ap-southeast-3:123456789012:function:function',
    getRemainingTimeInMillis: () => 600000 };
  const tell = (told) => process.send(told, () => process.exit(0));
  try {
    const module = await import('file://' + process.cwd() + '/' + file + '.mjs');
    tell({ answer: (await module[name](event, context)) ?? null });
  } catch (error) {
    tell({ answer: null, error: String(error?.stack ?? error) });
  }
});`;
