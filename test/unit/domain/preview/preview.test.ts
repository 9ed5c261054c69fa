import { describe, expect, test } from 'vitest';
import type { Behind } from '#domain/plan/behind/behind';
import { type Newcomers, nobodyNew } from '#domain/preview/newcomers';
import type { UnpaidShare } from '#domain/preview/owing-chance';
import { previewDays } from '#domain/preview/preview';
import type { SegmentCounts } from '#domain/preview/texted';
import { unpaidShareOf } from '#domain/preview/unpaid-share';
import type { Segment } from '#domain/renewals/counting/segment';
import { rules, settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

const like = (facts: Partial<Segment> = {}): Segment => ({
  ...{
    coveredThrough: '2026-10',
    zone: 'Asia/Jakarta',
    language: 'id',
    sector: 'other',
    heldOut: false,
    reach: 'text',
  },
  ...facts,
});
const asked: Parameters<typeof previewDays>[0] = {
  plan,
  rules,
  settings,
  from: '2026-11-10',
  to: '2026-12-15',
  now: '2026-11-10T01:00:00.000Z',
  behind: [],
  fired: new Map(),
};
const nobodyPays: UnpaidShare = () => 1;
const lines = (
  members: SegmentCounts,
  unpaid = nobodyPays,
  facts: Partial<typeof asked> = {},
): readonly string[] =>
  previewDays({ ...asked, ...facts }, { segments: members, unpaid, newcomers: nobodyNew })
    .filter(({ reminders, expectedReminders }) => reminders + expectedReminders > 0)
    .map(
      ({ date, step, reminders, expectedReminders, parts }) =>
        `${date} ${step} ${reminders}, ${expectedReminders} expected, ${parts} parts`,
    );

const mosts = (
  members: SegmentCounts,
  facts: Partial<typeof asked> = {},
  newcomers: Newcomers = nobodyNew,
): readonly string[] =>
  previewDays({ ...asked, ...facts }, { segments: members, unpaid: nobodyPays, newcomers }).map(
    ({ date, step, month, reminders, mostReminders }) =>
      `${date} ${step} of ${month} ${reminders}, at most ${mostReminders}`,
  );

describe('what a plan would do (from 10 November 2026; due on the 16th and 15 December)', () => {
  test('each step about the month that is owed, on its day', () =>
    expect(lines([{ like: like(), workers: 100 }])).toEqual([
      '2026-11-11 before 100, 100 expected, 100 parts',
      '2026-11-14 eve 100, 100 expected, 100 parts',
      '2026-11-23 after 100, 100 expected, 100 parts',
    ]));

  test.each<[string, Partial<Segment>, readonly string[]]>([
    ['who is held out gets none of these', { heldOut: true }, []],
    ['who has no phone', { reach: 'no-phone' }, []],
    ['whose number is dead', { reach: 'dead-number' }, []],
    ['who wants no texts', { reach: 'stopped' }, []],
    [
      'who wants none until the 14th',
      { reach: '2026-11-14' },
      ['2026-11-14 eve 7, 7 expected, 7 parts', '2026-11-23 after 7, 7 expected, 7 parts'],
    ],
    [
      'who has paid November',
      { coveredThrough: '2026-11' },
      ['2026-12-10 before 7, 7 expected, 7 parts', '2026-12-14 eve 7, 7 expected, 7 parts'],
    ],
    [
      'who owes September gets the last call',
      { coveredThrough: '2026-08', heldOut: true },
      ['2026-11-16 last-call 7, 7 expected, 7 parts'],
    ],
  ])('%s', (_, facts, expected) =>
    expect(lines([{ like: like(facts), workers: 7 }])).toEqual(expected),
  );

  /** Saturday 14 November: `before` is planned for it, and `eve` comes from Sunday. */
  test.each<[string, Partial<Segment>, { toHeldOut: boolean }, readonly string[]]>([
    ['the later', {}, { toHeldOut: false }, ['2026-11-14 eve 7, 7 expected, 7 parts']],
    [
      'the later, though the other is for all',
      {},
      { toHeldOut: true },
      ['2026-11-14 eve 7, 7 expected, 7 parts'],
    ],
    [
      'of those held out the one that is for them',
      { heldOut: true },
      { toHeldOut: true },
      ['2026-11-14 before 7, 7 expected, 7 parts'],
    ],
  ])('of two steps that quiet days put on one day: %s', (_, facts, { toHeldOut }, expected) => {
    const [before, eve] = plan.steps.map((step) => ({ ...step, offsetDays: step.offsetDays + 3 }));
    const steps =
      before && eve
        ? [
            { ...before, toHeldOut },
            { ...eve, offsetDays: -1 },
          ]
        : [];
    expect(
      lines([{ like: like(facts), workers: 7 }], nobodyPays, {
        ...{ plan: { ...plan, steps }, to: '2026-11-20' },
      }),
    ).toEqual(expected);
  });

  test('a step whose hour has passed in a zone is not sent there any more', () =>
    expect(
      lines(
        [
          { like: like(), workers: 5 },
          { like: like({ zone: 'Asia/Jayapura' }), workers: 3 },
        ],
        nobodyPays,
        { from: '2026-11-11', to: '2026-11-11', now: '2026-11-11T00:30:00.000Z' },
      ),
    ).toEqual(['2026-11-11 before 5, 5 expected, 5 parts']));

  test('fewer are reminded at past payment rates; whoever pays then owes the next month', () => {
    // Nine in ten have not paid five days before; half on the due date; a fifth three weeks later.
    const past: UnpaidShare = (days) => (days < -5 ? 1 : days < 0 ? 0.9 : days < 21 ? 0.5 : 0.2);
    expect(lines([{ like: like(), workers: 1_000 }], past)).toEqual([
      '2026-11-11 before 1000, 1000 expected, 1000 parts',
      '2026-11-14 eve 1000, 900 expected, 1000 parts',
      '2026-11-23 after 1000, 500 expected, 1000 parts',
      // By then 800 have paid November; all still owe December, and nine in ten do four days later.
      '2026-12-10 before 0, 800 expected, 0 parts',
      '2026-12-14 eve 0, 720 expected, 0 parts',
    ]);
  });

  test('at most: whoever pays November may owe December, in whichever arm', () =>
    expect(
      mosts([
        { like: like(), workers: 100 },
        { like: like({ heldOut: true }), workers: 10 },
        { like: like({ reach: 'no-phone' }), workers: 7 },
      ]),
    ).toEqual([
      '2026-11-11 before of 2026-11 100, at most 100',
      '2026-11-14 eve of 2026-11 100, at most 100',
      '2026-11-23 after of 2026-11 100, at most 100',
      '2026-12-10 before of 2026-12 0, at most 110',
      '2026-12-14 eve of 2026-12 0, at most 110',
    ]));

  test('a step that has fired is sent on its new day only to those who came to owe it since', () => {
    const moved = plan.steps.map((step) =>
      step.id === 'before' ? { ...step, offsetDays: -4 } : step,
    );
    const asOf = {
      ...{ plan: { ...plan, steps: moved }, to: '2026-11-13', now: '2026-11-11T02:17:00.000Z' },
      fired: new Map([['Asia/Jakarta before 2026-11', '2026-11-11T02:00:00.000Z']]),
    };
    const since: string[] = [];
    const one: Newcomers = (those) => {
      since.push(those.since);
      return those.heldOut ? 0 : 1;
    };
    const members = [
      { like: like(), workers: 106 },
      { like: like({ zone: 'Asia/Jayapura' }), workers: 3 },
    ];
    expect(mosts(members, asOf, one)).toEqual(['2026-11-12 before of 2026-11 4, at most 4']);
    expect(mosts(members, asOf)).toEqual(['2026-11-12 before of 2026-11 3, at most 3']);
    // A payment may be told of three days late.
    expect(new Set(since)).toEqual(new Set(['2026-11-11', '2026-11-08']));
  });

  test('what it puts behind goes out on the next day for texts, in its zone, or is too late', () => {
    const behind: Behind = {
      ...{ zone: 'Asia/Jakarta', step: 'before', month: '2026-11', date: '2026-11-10' },
      ...{ moment: '2026-11-10T02:00:00.000Z', since: '2026-11-10T23:30:00.000Z' },
      ...{ firesAt: '2026-11-12T01:00:00.000Z', owed: 'text' },
    };
    const members = [
      { like: like(), workers: 100 },
      { like: like({ zone: 'Asia/Jayapura' }), workers: 7 },
    ];
    const asOf = { now: behind.since, to: '2026-11-12', from: '2026-11-12' };
    expect(lines(members, nobodyPays, { ...asOf, behind: [behind] })).toEqual([
      '2026-11-12 before 100, 100 expected, 100 parts',
    ]);
    expect(lines(members, nobodyPays, { ...asOf, behind: [{ ...behind, owed: 'row' }] })).toEqual(
      [],
    );
  });

  test('in two parts costs two', () => {
    const longer = plan.steps.map((step) =>
      step.id === 'before'
        ? { ...step, maxParts: 2, texts: { id: `${step.texts.id} ${'a'.repeat(150)}` } }
        : step,
    );
    const [day] = previewDays(
      { ...asked, plan: { ...plan, steps: longer } },
      { segments: [{ like: like(), workers: 10 }], unpaid: nobodyPays, newcomers: nobodyNew },
    );
    // US$0.16073 at Rp16.500 are Rp2.652 a part.
    expect(day).toMatchObject({
      reminders: 10,
      parts: 20,
      costRupiah: 53_040,
      expectedCostRupiah: 53_040,
    });
  });
});

describe('the share that is unpaid still', () => {
  const cohort = (due: number, curve: readonly (readonly [number, number])[], dueOn: string) => ({
    due,
    curve,
    dueOn,
  });

  test('is of all cohorts about which that day is known', () => {
    const share = unpaidShareOf(
      [
        cohort(
          100,
          [
            [-5, 10],
            [0, 60],
          ],
          '2026-09-15',
        ),
        cohort(
          300,
          [
            [-5, 90],
            [10, 150],
          ],
          '2026-10-15',
        ),
      ],
      '2026-10-20',
    );
    expect([-10, -5, 0, 5, 10].map(share)).toEqual([
      1,
      1 - 100 / 400,
      1 - 150 / 400,
      1 - 150 / 400,
      // Of the older cohort's 40 who were unpaid until then none has paid.
      1 - 150 / 400,
    ]);
  });

  test('lets a young cohort that does not pay expect nobody to pay tomorrow', () => {
    const paysEachDay = Array.from({ length: 60 }, (_, day) => [day, 10 * (day + 1)] as const);
    const share = unpaidShareOf(
      [cohort(1_000, paysEachDay, '2026-09-15'), cohort(3_000, [], '2026-10-15')],
      '2026-10-20',
    );
    // By then 940 and 3,000 are unpaid; on the next day, known of the older alone, 10 of 940 pay.
    expect(share(5)).toBeCloseTo((940 + 3_000) / 4_000);
    expect(1 - share(6) / share(5)).toBeCloseTo(10 / 940);
  });

  test('beyond what is known is the last that is', () =>
    expect(unpaidShareOf([cohort(100, [[0, 60]], '2026-10-15')], '2026-10-20')(300)).toBe(0.4));

  test('is everybody where there is no past', () =>
    expect([
      unpaidShareOf([], '2026-10-20')(0),
      unpaidShareOf([cohort(0, [], '2026-10-15')], '2026-10-20')(0),
    ]).toEqual([1, 1]));
});
