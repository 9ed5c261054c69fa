import { Cron } from 'croner';

/**
 * The next moment after `after` (both in ms since 1970) at which an EventBridge Scheduler
 * expression fires; null where it never does again. AWS cron has six fields (minute hour day month
 * weekday year), Sunday is 1, and either day or weekday is `?`. Throws for what it cannot read.
 */
export function nextFireTime(expression: string, timezone: string, after: number): number | null {
  const { kind, inside } = parse(expression);
  if (kind === 'rate') return after + rateMilliseconds(inside);
  const name = `${inside} ${timezone}`;
  const cron = crons.get(name) ?? cronOf(inside, timezone);
  crons.set(name, cron);
  return cron.nextRun(new Date(after))?.getTime() ?? null;
}

const crons = new Map<string, Cron>();

const cronOf = (inside: string, timezone: string): Cron =>
  new Cron(`0 ${inside.replaceAll('?', '*')}`, {
    timezone,
    alternativeWeekdays: true,
    paused: true,
    mode: '7-part',
  });

export const isRate = (expression: string): boolean => expression.startsWith('rate(');

function parse(expression: string): { kind: 'cron' | 'rate'; inside: string } {
  const [, kind, inside] = /^(cron|rate)\(([^()]+)\)$/.exec(expression) ?? [];
  if ((kind !== 'cron' && kind !== 'rate') || !inside)
    throw new Error(`Invalid Schedule Expression ${expression}.`);
  return { kind, inside };
}

function rateMilliseconds(inside: string): number {
  const [, value, unit] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(inside) ?? [];
  if (!value || !unit) throw new Error(`Invalid Schedule Expression rate(${inside}).`);
  return Number(value) * minutesIn[unit as keyof typeof minutesIn] * 60_000;
}

const minutesIn = { minute: 1, hour: 60, day: 1440 } as const;
