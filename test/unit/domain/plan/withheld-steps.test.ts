import { expect, it } from 'vitest';
import { withheldUnder } from '#domain/plan/behind/withheld-steps';
import type { Plan } from '#domain/plan/plan';
import { standingsOf } from '#domain/plan/standings';
import type { SegmentCounts } from '#domain/preview/texted';
import { segmentOf } from '#domain/renewals/counting/segment';
import { aWorker, settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

const members: SegmentCounts = [
  { like: segmentOf(aWorker()), workers: 70 },
  { like: segmentOf(aWorker({ coveredThrough: '2027-05' })), workers: 9 },
];

const inJakarta = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();

const saved = (version: number, savedAt: string, facts: Partial<Plan>) => ({
  plan: { ...plan, ...facts, version },
  ...{ savedAt, savedBy: 'admin' },
});

const first = saved(1, '2026-10-01T00:00:00.000Z', {});

/** `before of 2026-11-11: 70 until 2026-11-12T13:00:00.000Z` */
function told(now: string, ...since: ReturnType<typeof saved>[]): readonly string[] | null {
  const earlier = standingsOf([...since, first], settings);
  const change = earlier[earlier.length - 1] ?? { plan, from: now };
  const asked = { earlier: earlier.slice(0, -1), now, settings };
  const withheld = withheldUnder(change, asked, members);
  if (!withheld) return null;
  return withheld.steps.map(
    ({ step, date, workers, until }) => `${step} of ${date}: ${workers} until ${until}`,
  );
}

const before = 'before of 2026-11-11: 70 until 2026-11-12T13:00:00.000Z';
const eve = 'eve of 2026-11-14: 70 until 2026-11-15T13:00:00.000Z';
const list = (savedAt: string) => saved(2, savedAt, { onlyTo: [] });

it('nothing without a list', () => {
  expect(told(inJakarta('08:00'))).toBeNull();
});

it.each<[string, string, ReturnType<typeof saved>[], string[]]>([
  ['what falls due today', inJakarta('08:00'), [list(inJakarta('08:00'))], [before]],
  ['nor what has left before', inJakarta('10:00'), [list(inJakarta('09:30'))], []],
  ['what has fallen due since', inJakarta('10:00'), [list(inJakarta('08:00'))], [before]],
  [
    'what has fallen due under an earlier list',
    inJakarta('10:00'),
    [saved(3, inJakarta('09:50'), { onlyTo: ['+6287000000001'] }), list(inJakarta('08:00'))],
    [before],
  ],
  [
    'up to the end of the last window',
    inJakarta('20:00', '2026-11-12'),
    [list(inJakarta('08:00'))],
    [],
  ],
  [
    'what falls due tomorrow',
    inJakarta('08:00', '2026-11-13'),
    [list(inJakarta('08:00', '2026-11-13'))],
    [eve],
  ],
])('%s', (_, now, since, lines) => {
  expect(told(now, ...since)).toEqual(lines);
});
