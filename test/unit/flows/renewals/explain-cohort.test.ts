import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { type CycleKind, cycleKinds } from '#domain/renewals/cohorts/cohort-outcomes';
import type { ExplainedCycle } from '#domain/renewals/explained-cycle';
import { explainCohort, type ListedCycle } from '#flows/renewals/explain-cohort';
import { renewals } from '#flows/renewals/show-renewals';
import type { Person } from '#local/made-up';
import { cast, november } from './november.ts';

let given: Awaited<ReturnType<typeof november>>;
beforeAll(async () => {
  given = await november({ more: 340, holdoutPercent: 25, shards: 3 });
});

async function linesOf(
  asOf: string,
  kind: CycleKind | null = null,
): Promise<Readonly<{ lines: readonly ListedCycle[]; pages: number }>> {
  const lines: ListedCycle[] = [];
  let cursor: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const page = await explainCohort(
      { month: '2026-11', asOf, kind, cursor },
      given.memory,
      given.settings,
    );
    lines.push(...page.items);
    cursor = page.next;
    if (cursor === null) return { lines, pages };
    if (pages > 30) throw new Error('The list never ends');
  }
}

const outcomes = ['onTime', 'inArrears', 'recovered', 'lapsed', 'open'] as const;

/** What the lines add up to, in the words of the report. */
function summed(lines: readonly ExplainedCycle[], dueOn: string) {
  const inTime = lines.filter(({ startedLate }) => !startedLate);
  const due = inTime.filter(({ outcome }) => outcome !== 'left');
  const counted = Object.fromEntries(
    outcomes.map((each) => [each, due.filter(({ outcome }) => outcome === each).length]),
  );
  const armOf = (arm: ExplainedCycle['arm']) => {
    const those = due.filter((line) => line.arm === arm);
    return {
      due: those.length,
      renewed: those.filter(({ endedOn }) => endedOn !== null && endedOn <= addDays(dueOn, 30))
        .length,
    };
  };
  const texts = due.flatMap((line) => line.texts);
  const wentOut = ({ status }: ExplainedCycle['texts'][number]) =>
    ['sent', 'delivered', 'undelivered'].includes(status);
  const sent = texts.filter(wentOut);
  const all = lines.flatMap((line) => line.texts).filter(wentOut);
  return {
    ...counted,
    ...{
      due: due.length,
      left: inTime.length - due.length,
      startedLate: lines.length - inTime.length,
    },
    ...{ reminded: armOf('reminded'), heldOut: armOf('held-out') },
    amountDue: due.reduce((sum, { amount }) => sum + amount, 0),
    amountReceived: due.reduce((sum, { received }) => sum + received, 0),
    ...{ sent: sent.length, parts: sent.reduce((sum, { parts }) => sum + parts, 0) },
    elsewhere: all.length - sent.length,
    skipped: texts.filter(({ status }) => status === 'skipped').length,
  };
}

function inTheReport({
  effect,
  reminders,
  elsewhere,
  ...item
}: Renewals): ReturnType<typeof summed> {
  const {
    due,
    onTime,
    inArrears,
    recovered,
    lapsed,
    open,
    left,
    startedLate,
    amountDue,
    amountReceived,
    parts,
  } = item;
  return {
    ...{
      due,
      onTime,
      inArrears,
      recovered,
      lapsed,
      open,
      left,
      startedLate,
      amountDue,
      amountReceived,
      parts,
    },
    ...{ reminded: effect.reminded, heldOut: effect.heldOut, sent: reminders.sent },
    elsewhere: elsewhere.reminders.sent,
    skipped: Object.values(reminders.skipped).reduce((sum, n) => sum + n, 0),
  };
}

describe('the lines behind a cohort', () => {
  it('say who it is, as of now', async () => {
    const { lines } = await linesOf('2026-11-20');
    const { workers } = given.memory.state;
    expect(lines.map(({ worker }) => worker?.name)).toEqual(
      lines.map(({ workerId }) => workers.get(workerId)?.name),
    );
    expect(lines.filter(({ worker }) => worker?.name).length).toBeGreaterThan(300);
  });

  it.each(['2026-11-20', '2027-03-01'])(
    'of each kind on %s are those of all that count as it, in pages that are not read for nothing',
    async (asOf) => {
      const all = (await linesOf(asOf)).lines;
      const ofKinds = await Promise.all(
        cycleKinds.map(async (kind) => ({ kind, ...(await linesOf(asOf, kind)) })),
      );
      for (const { kind, lines, pages } of ofKinds) {
        expect(lines).toEqual(
          all.filter((line) => (line.startedLate ? 'startedLate' : line.outcome) === kind),
        );
        expect(pages).toBeLessThanOrEqual(Math.ceil(lines.length / 25) + 1);
      }
      expect(ofKinds.filter(({ lines }) => lines.length > 25).length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['before anybody was due', '2026-10-31', { due: 1, open: 1, amountDue: 8_400, reminded: 1 }],
    [
      'after the first texts',
      '2026-11-12',
      { due: 1, open: 1, amountDue: 8_400, reminded: 1, sent: 1, parts: 1 },
    ],
    [
      'on the due date',
      '2026-11-16',
      { due: 1, open: 1, amountDue: 8_400, reminded: 1, sent: 1, parts: 1 },
    ],
    ['after the erasure', '2026-11-30', { left: 1, elsewhere: 1 }],
    ['on the day of comparison', '2026-12-16', { left: 1, elsewhere: 1 }],
    ['on the lapse date', '2027-02-01', { left: 1, elsewhere: 1 }],
    ['at the end', '2027-03-01', { left: 1, elsewhere: 1 }],
  ])('%s add up to its numbers, but for who was erased', async (_, asOf, erased) => {
    const { lines } = await linesOf(asOf);
    const [item] = (
      await renewals(
        { from: '2026-11', to: '2026-11', by: null, asOf },
        given.memory,
        given.settings,
      )
    ).items;
    if (!item) throw new Error('The report has no such cohort');
    const sums = summed(lines, item.dueOn);
    const { reminded = 0, ...gone } = erased as Record<string, number>;
    for (const [name, by] of Object.entries(gone))
      Object.assign(sums, { [name]: Number(sums[name as keyof typeof sums]) + by });
    expect({ ...sums, reminded: { ...sums.reminded, due: sums.reminded.due + reminded } }).toEqual(
      inTheReport(item),
    );
  });

  it('come page by page, each cycle once', async () => {
    const { lines, pages } = await linesOf('2027-03-01');
    expect(pages).toBeGreaterThan(3);
    expect(new Set(lines.map(({ workerId, since }) => `${workerId} ${since}`)).size).toBe(
      lines.length,
    );
  });

  it('show each outcome, with what ended it', async () => {
    const { lines } = await linesOf('2027-03-01');
    const told = (person: Person) =>
      lines
        .filter(({ workerId }) => workerId === given.idOf(person))
        .map(({ outcome, startedLate, endedOn, by, months }) => [
          outcome,
          startedLate,
          endedOn,
          by?.slice(0, 8) ?? null,
          months.length,
        ]);
    expect(told(cast.onTime)).toEqual([['onTime', false, '2026-11-12', 'pay_bank', 1]]);
    expect(told(cast.onTheDay)).toEqual([['onTime', false, '2026-11-16', 'pay_bank', 1]]);
    expect(told(cast.inArrears)).toEqual([['inArrears', false, '2026-12-05', 'pay_bank', 2]]);
    expect(told(cast.recovered)).toEqual([['recovered', false, '2027-02-10', 'pay_bank', 1]]);
    expect(told(cast.lapsed)).toEqual([['lapsed', false, null, null, 0]]);
    expect(told(cast.left)).toEqual([['left', false, '2026-11-20', 'left', 0]]);
    expect(told(cast.startedLate)).toEqual([['inArrears', true, '2026-11-25', 'pay_bank', 1]]);
    expect(told(cast.reversed)).toEqual([['inArrears', false, '2026-12-20', 'pay_bank', 2]]);
    expect(told(cast.erased)).toEqual([]);
  });

  it('show a worker who left and came back twice, the text with the second cycle', async () => {
    const { lines } = await linesOf('2027-03-01');
    const twice = lines.filter(({ workerId }) => workerId === given.idOf(cast.twice));
    expect(twice.map(({ outcome, texts }) => [outcome, texts.length]).sort()).toEqual([
      ['left', 0],
      ['onTime', 1],
    ]);
  });
});
