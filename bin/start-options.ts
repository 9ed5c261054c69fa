import { relative, resolve } from 'node:path';
import { Refused } from '#domain/refused';
import type { Again } from '#local/demo/commands';
import { parseInstant } from '#local/moment';
import { readOptions } from './command.ts';

const usage = `npm start -- [--port 8787] [--data .ingat] [--fresh] [--empty] [--now MOMENT]
             [--approval] [--every-round] [--seed 1]

  --port         the port of the console and of the API
  --data         the folder that keeps the data
  --fresh        delete what an earlier start kept
  --empty        no made-up workers, real time
  --now          with --empty: where the clock starts, such as 2026-11-08T08:00+07:00
  --approval     a second admin has to approve changes of steps and texts, as in production
  --every-round  when the clock is moved, make each round of the watchdog, even an idle one
  --seed         another number makes another past of the made-up workers

  Example: npm start -- --port 9000 --fresh`;

const options = {
  port: { type: 'string', default: '8787' },
  data: { type: 'string', default: '.ingat' },
  fresh: { type: 'boolean', default: false },
  empty: { type: 'boolean', default: false },
  now: { type: 'string' },
  approval: { type: 'boolean', default: false },
  'every-round': { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
} as const;

export type StartOptions = ReturnType<typeof startOptions>;

export function startOptions() {
  const { 'every-round': everyRound, ...values } = readOptions(options, usage);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refused(
      'invalid',
      `"${values.port}" is not a port: 1 to 65535, or 0 for any that is free.`,
    );
  if (values.now !== undefined && !values.empty)
    throw new Refused('invalid', '--now goes with --empty: the demo has its own time.');
  const now = values.now === undefined ? undefined : parseInstant(values.now);
  return {
    ...values,
    port,
    data: resolve(values.data),
    everyRound,
    now,
    seed: seedIn(values.seed),
  };
}

function seedIn(typed: string): number {
  const seed = Number(typed);
  if (Number.isInteger(seed) && seed >= 0 && seed <= 2 ** 31) return seed;
  throw new Refused('invalid', `"${typed}" is not a seed: a whole number from 0 to 2147483648.`);
}

export function againOf({ data, port }: StartOptions): Again {
  const folder = shown(data);
  return {
    data: folder === '.ingat' ? '' : ` --data ${folder}`,
    port: port === 8787 ? '' : ` --port ${port}`,
  };
}

export const shown = (folder: string): string =>
  relative('', folder).startsWith('..') ? folder : relative('', folder);
