import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Renewals } from '#domain/renewals/cohort';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { type Formats, useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { type Column, Listing } from '../../shared/loading/listing.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { Lines } from '../charts/lazy.tsx';
import { type Asked, daysBetween } from '../shared/asked.ts';
import { CohortChoice } from '../shared/choice.tsx';
import { Drawn } from '../shared/drawn.tsx';
import { alreadyRead, useTwoCohorts } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';

/** A cohort whose curve is known up to a day; `renewedBy` answers for any day up to that. */
type Known = Readonly<{
  month: string;
  due: number;
  lastDay: number;
  renewedBy: (day: number) => number;
}>;

/** Who pays a year ahead has renewed before: the picture begins a month before the due date, and ends when membership lapses. */
const [firstDay, lastDay] = [-30, 110];
/** The days in the table; the file has them all. */
const tabled = [-30, -15, -10, -5, -3, -1, 0, 1, 3, 5, 10, 15, 30, 45, 60, 75, 90];

export function CurveView({ asked }: Readonly<{ asked: Asked }>) {
  const { title } = useTexts(renewalsTexts).curve;
  const cohorts = useTwoCohorts(asked);
  return (
    <SpaceBetween size="l">
      <CohortChoice asked={asked} />
      <Loaded query={cohorts} of={title}>
        {({ items }) => <Curve cohorts={items} asked={asked} />}
      </Loaded>
    </SpaceBetween>
  );
}

function Curve({ cohorts, asked }: Readonly<{ cohorts: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const formats = useFormats();
  const known = cohorts
    .filter(({ partial, due }) => !partial && due > 0)
    .map((cohort) => knownOf(cohort, asked.day));
  const [own] = known.filter(({ month }) => month === asked.month);
  const missing = cohorts.filter(({ month }) => !known.some((each) => each.month === month));
  const said = missing.map(({ month, partial, due }) =>
    texts.curve[partial && due > 0 ? 'partial' : 'nobody'](formats.month(month)),
  );
  if (!own) return <Empty title={said.at(-1) ?? texts.rates.none} />;
  return (
    <SpaceBetween size="l">
      <Drawn
        title={texts.curve.title}
        description={texts.curve.description}
        terms={['curve', 'cycle', 'final']}
      >
        <Compared known={known} />
        {said.length > 0 && <Box color="text-body-secondary">{said.join(' ')}</Box>}
        <Lines
          title={texts.curve.title}
          axis={texts.curve.days}
          yTitle={texts.curve.share}
          lines={known.map((each) => ({
            title: formats.month(each.month),
            points: pointsOf(each),
          }))}
          domain={[firstDay, Math.max(...known.map((each) => each.lastDay), 30)]}
          yDomain={[0, 1]}
          write={formats.percent}
          writeTick={formats.wholePercent}
          mark={{ title: texts.curve.dueDay, x: 0 }}
        />
      </Drawn>
      <CurveTable known={known} />
    </SpaceBetween>
  );
}

/** The two on the last day that is known of both, in words. */
function Compared({ known: [before, own] }: Readonly<{ known: readonly Known[] }>) {
  const texts = useTexts(renewalsTexts).curve;
  const { month, percent, decimal } = useFormats();
  const dayName = useDayName();
  if (!before || !own) return null;
  const day = Math.min(before.lastDay, own.lastDay);
  const [share, shareBefore] = [shareOf(own, day), shareOf(before, day)];
  const points = Math.round((share - shareBefore) * 1000) / 10;
  const told =
    points > 0
      ? texts.ahead(decimal(points))
      : points < 0
        ? texts.behind(decimal(-points))
        : texts.same;
  return (
    <Box>
      {texts.beside(
        dayName(day),
        month(own.month),
        percent(share),
        month(before.month),
        percent(shareBefore),
      )}{' '}
      <b>{told}</b>
    </Box>
  );
}

function useDayName(): (day: number) => string {
  const texts = useTexts(renewalsTexts).curve.day;
  const { number } = useFormats();
  return (day) =>
    day === 0 ? texts.on : texts[day < 0 ? 'before' : 'after'](number(Math.abs(day)));
}

function CurveTable({ known }: Readonly<{ known: readonly Known[] }>) {
  const texts = useTexts(renewalsTexts);
  const formats = useFormats();
  const dayName = useDayName();
  const furthest = Math.max(...known.map((each) => each.lastDay));
  const days = [
    ...new Set([...tabled.filter((day) => day <= furthest), ...known.map((each) => each.lastDay)]),
  ].sort((a, b) => a - b);
  const columns: readonly Column<number>[] = [
    { id: 'day', header: texts.curve.days, cell: dayName },
    ...known.map((each) => ({
      id: each.month,
      header: formats.month(each.month),
      cell: (day: number) => cellOf(each, day, formats),
    })),
  ];
  const months = known.map(({ month }) => month).join('-');
  return (
    <Listing
      title={texts.table}
      actions={
        <SaveCsv
          name={`curve-${months}.csv`}
          rows={() => rowsOf(known, texts.curve.days)}
          text={texts.csv}
          about={texts.curve.title}
        />
      }
      columns={columns}
      items={days}
      idOf={String}
      query={alreadyRead}
      empty={null}
    />
  );
}

function cellOf(known: Known, day: number, { number, percent }: Formats) {
  if (day > known.lastDay) return '–';
  return (
    <>
      {percent(shareOf(known, day))}{' '}
      <span className="unbroken">
        ({number(known.renewedBy(day))} / {number(known.due)})
      </span>
    </>
  );
}

/** Every day, with the counts: who reads it divides by `due`. */
function rowsOf(known: readonly Known[], daysTitle: string) {
  const furthest = Math.max(...known.map((each) => each.lastDay));
  const days = Array.from({ length: furthest - firstDay + 1 }, (_, index) => firstDay + index);
  return [
    [daysTitle, ...known.flatMap(({ month }) => [`${month} renewed`, `${month} due`])],
    ...days.map((day) => [
      day,
      ...known.flatMap((each) =>
        day > each.lastDay ? [null, each.due] : [each.renewedBy(day), each.due],
      ),
    ]),
  ];
}

const shareOf = ({ renewedBy, due }: Known, day: number): number => renewedBy(day) / due;

const pointsOf = (known: Known) =>
  Array.from(
    { length: known.lastDay - firstDay + 1 },
    (_, index) => [firstDay + index, shareOf(known, firstDay + index)] as const,
  );

/** The API tells the days on which somebody renewed; on those between it stays as it was. */
const knownOf = ({ month, due, dueOn, curve }: Renewals, asOf: string): Known => ({
  ...{ month, due },
  lastDay: Math.max(firstDay, Math.min(daysBetween(dueOn, asOf), lastDay)),
  renewedBy: (day) => curve.findLast(([at]) => at <= day)?.[1] ?? 0,
});
