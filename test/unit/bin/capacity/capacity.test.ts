import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstPlan } from '#domain/plan/first-plan';
import { stageNamed } from '#lib/stages';
import type { Asked } from '../../../../bin/capacity/asked.ts';
import { importPaces } from '../../../../bin/capacity/import-time.ts';
import { measured } from '../../../../bin/capacity/measured.ts';
import { monthAt } from '../../../../bin/capacity/month.ts';
import { pageOf } from '../../../../bin/capacity/page.ts';
import { neededTexts } from '../../../../bin/capacity/rate.ts';
import { reportOf } from '../../../../bin/capacity/report.ts';
import { stillUnpaid } from '../../../../bin/capacity/still-unpaid.ts';
import { type MonthAsked, type SimulatedDay, simulateMonth } from './simulated-month.ts';

const workers = 42_000_000;
const reminded = 0.55;
const asked: Asked = {
  ...{ stage: stageNamed('production'), month: '2026-12', workers, reminded },
  ...{ plan: firstPlan({ paused: false }), dueShiftDays: 0, partsPerText: 1 },
  ...{ paidInPeakHour: 0.1, confirmed: 0 },
  zoneShares: { 'Asia/Jakarta': 0.74, 'Asia/Makassar': 0.2, 'Asia/Jayapura': 0.06 },
};

/**
 * Who would be texted if nobody had paid. The first step of either month is five days before it is
 * due: 7 of 13 paydays have passed.
 */
const reachable = reminded / (1 - (0.62 * 7) / 13);
const people = { workers, reachable, heldOut: reachable / 9, days: 31, catchUpDays: 1 };

/**
 * December is due on Tuesday the 15th, October was due on Thursday 15 October: 47 days before 1
 * December.
 */
const december: Omit<MonthAsked, 'textsPerSecond'> = {
  ...people,
  quietDays: [6, 13, 20, 25, 27],
  steps: [
    { day: 10, dueDay: 15, toHeldOut: false },
    { day: 14, dueDay: 15, toHeldOut: false },
    { day: 22, dueDay: 15, toHeldOut: false },
    { day: 17, dueDay: -46, toHeldOut: true },
  ],
};

/** November is due on Monday the 16th; its eve is a Sunday, so that the text goes on Saturday. */
const november: typeof december = {
  ...people,
  days: 30,
  quietDays: [1, 8, 15, 22, 29],
  steps: [
    { day: 11, dueDay: 16, toHeldOut: false },
    { day: 14, dueDay: 16, toHeldOut: false },
    { day: 23, dueDay: 16, toHeldOut: false },
    // September was due on Tuesday 15 September; it lapses on 1 December.
    { day: 16, dueDay: -46, toHeldOut: true },
  ],
};

/**
 * Of those whom the first step texts, who pays between its firing and their text: the arithmetic
 * knows no hours of a day, so it asks for a little more than is needed, never for less.
 */
const mostPaid = 0.07;

const months = { '2026-12': december, '2026-11': november };
const total = (days: readonly SimulatedDay[], of: 'sent' | 'missed'): number =>
  days.reduce((sum, day) => sum + day[of], 0);

describe.each(Object.entries(months))('in %s the arithmetic', (month, simulated) => {
  const plain = { ...asked, month };

  it.each([10, 300, 450, 600, 1_200])(
    'sends as many a day at %d a second as a simulated month, and ends when it ends',
    (textsPerSecond) => {
      const played = simulateMonth({ ...simulated, textsPerSecond });
      for (const [index, day] of monthAt(plain, textsPerSecond).entries()) {
        const other = played[index] as SimulatedDay;
        expect(other.sent, day.date).toBeLessThanOrEqual(day.sent * 1.001 + 1);
        expect(other.sent, day.date).toBeGreaterThanOrEqual(
          day.sent - mostPaid * workers * reminded,
        );
        const minutes = (day.end ?? 0) / 60;
        expect(other.end, day.date).toBeLessThanOrEqual(minutes + 10);
        if (day.sent > 0) expect(other.end, day.date).toBeGreaterThanOrEqual(minutes * 0.95 - 10);
      }
    },
  );

  it.each([
    [0, 300],
    [1, 10],
    [1, 300],
    [1, 240],
    [3, 150],
    [0, 700],
  ])(
    'with %d days of catch-up misses at %d a second whom a simulated month misses',
    (catchUpDays, textsPerSecond) => {
      const plan = { ...asked.plan, catchUpDays };
      const missed = monthAt({ ...plain, plan }, textsPerSecond).reduce(
        (sum, day) => sum + day.missed,
        0,
      );
      const other = total(simulateMonth({ ...simulated, catchUpDays, textsPerSecond }), 'missed');
      expect(other).toBeLessThanOrEqual(missed * 1.001 + 1);
      expect(other).toBeGreaterThanOrEqual(missed - 2.5 * mostPaid * workers * reminded);
    },
  );

  it('asks for a rate at which everybody is texted on the day, and not for much more', () => {
    const needed = neededTexts(plain) ?? 0;
    const missedAt = (textsPerSecond: number) =>
      total(simulateMonth({ ...simulated, catchUpDays: 0, textsPerSecond }), 'missed');
    expect(missedAt(needed)).toBeLessThan(1);
    expect(missedAt(0.92 * needed)).toBeGreaterThan(1_000);
  });
});

describe('what a person reads', () => {
  const page = (changed: Partial<Asked>) =>
    pageOf({ ...asked, ...changed }, reportOf({ ...asked, ...changed }));
  const raised = (smsPartsPerSecond: number): Partial<Asked> => ({
    stage: {
      ...asked.stage,
      region: 'ap-southeast-1',
      smsSpendLimitUsd: 20_000_000,
      settings: { ...asked.stage.settings, smsPartsPerSecond },
    },
  });

  it('names the quotas that forbid it', () => {
    const [last] = page({}).split('\n').slice(-1);
    expect(last).toMatch(
      /^Not everyone is reminded: smsPartsPerSecond is 10 parts a second, and 5\d\d are needed/,
    );
    expect(last).toContain('SNS Publish is 300 calls a second');
    expect(last).toContain('smsSpendLimitUsd is 1 US$ a month');
  });

  it('says that everyone is reminded once the quotas are raised', () => {
    const needed = neededTexts(asked) ?? 0;
    expect(page(raised(needed))).toContain('Everyone is reminded in the window of their day');
    expect(page(raised(needed - 1))).toContain('Everyone is reminded in the window, ');
    expect(page(raised(50))).toContain('Not everyone is reminded: smsPartsPerSecond is 50');
  });
});

describe('a roster of all of them', () => {
  const hoursBy = (changed: Partial<Asked> = {}) =>
    Object.fromEntries(
      importPaces({ ...asked, ...changed }).map(({ what, hours }) => [what, hours]),
    );
  const { writes, cpu } = measured.roster;

  it('takes as long as the slower of its functions and the table', () => {
    const rowsASecond = { functions: (16 * 1_000) / (2 * cpu.value), cold: 4_000 / writes.value };
    expect(hoursBy()).toEqual({
      'its 16 functions, a vCPU each': expect.closeTo(workers / rowsASecond.functions / 3_600),
      'the table as it is deployed': expect.closeTo(workers / rowsASecond.cold / 3_600),
      'the table at the quota of a table': expect.closeTo(
        workers / (40_000 / writes.value) / 3_600,
      ),
    });
  });

  it('of 42 million takes less than two hours, once the table is warm', () => {
    const { 'the table as it is deployed': deployed, ...warm } = hoursBy();
    expect(Math.max(...Object.values(warm))).toBeLessThan(1.5);
    expect(deployed).toBeGreaterThan(12);
  });

  it('has no more functions at once than the stage keeps for it', () => {
    const stage = { ...asked.stage, reservedConcurrency: { 'import-piece': 4 } };
    expect(hoursBy({ stage })).toHaveProperty(['its 4 functions, a vCPU each']);
  });

  it('stands on the page, with what the table has to take for two hours', () => {
    const page = pageOf(asked, reportOf(asked));
    const needed = Math.ceil((workers * writes.value) / 7_200).toLocaleString('id-ID');
    expect(page).toContain(`Two hours need ${needed} write units a second`);
  });
});

it('says how many senders the rate takes, and how long an export keeps one core busy', () => {
  const { needed, hours } = reportOf(asked);
  expect(needed.senders).toBe(Math.ceil(needed.textsPerSecond / 19));
  expect(hours.rows).toBeGreaterThan(workers * (1 + 12 * 4));
  expect(pageOf(asked, reportOf(asked))).toMatch(
    /takes \d+ senders at once\. Played at 1\.200 a second, senders reached 100 %/,
  );
});

describe('the figures it goes by', () => {
  const results = readFileSync(join(import.meta.dirname, '../../../../bench/RESULTS.md'), 'utf8');
  const { units, bytes, roster, reached, rowsASecond } = measured;
  const figures = [
    ...Object.values(bytes),
    ...Object.values(roster),
    ...Object.values(reached),
    ...Object.values(rowsASecond),
    ...Object.values(units).flatMap(({ writes, reads }) => [writes, reads]),
  ];

  it.each(figures.map(({ value, from }) => [...from, value] as const))(
    '%s, %s, %s: those that were measured',
    (section, row, column, value) => {
      const table = results.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
      const cells = (line: string) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim());
      const lines = table
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map(cells);
      const place = lines[0]?.indexOf(column) ?? -1;
      const cell = lines.find(([first]) => first === row)?.[place];
      const written = Number(cell?.replaceAll(/[,% ]/g, ''));
      expect(Math.abs(written / value - 1)).toBeLessThan(0.25);
    },
  );
});

it('knows what share has paid by which day', () => {
  expect(stillUnpaid(-12)).toBe(1);
  expect(stillUnpaid(1)).toBeCloseTo(0.38);
  expect(stillUnpaid(31)).toBeCloseTo(0.21);
  expect(stillUnpaid(71)).toBeCloseTo(0.04);
  expect(stillUnpaid(400)).toBeCloseTo(0.03);
});
