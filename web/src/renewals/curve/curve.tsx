import { SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { Note } from '../../shared/page/note.tsx';
import { type Formats, useFormats } from '../../shared/words/format.ts';
import { Lines } from '../charts/lazy.tsx';
import type { Asked } from '../shared/asked.ts';
import { CohortChoice } from '../shared/choice.tsx';
import { Figures } from '../shared/figures.tsx';
import { useTwoCohorts } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';
import { Compared, useDayName } from './compared.tsx';
import { daysUpTo, firstDay, furthestOf, type Known, knownOf, rowsOf, shareOf } from './known.ts';
import { curveTexts } from './texts.ts';

/** The days in the table; the file has all days. */
const tabled = [-30, -15, -10, -5, -3, -1, 0, 1, 3, 5, 10, 15, 30, 45, 60, 75, 90];

export const CurveView = ({ asked }: Readonly<{ asked: Asked }>) => (
  <SpaceBetween size="l">
    <CohortChoice asked={asked} />
    <Loaded query={useTwoCohorts(asked)} of={useTexts(curveTexts).title}>
      {({ items }) => <Curve cohorts={items} asked={asked} />}
    </Loaded>
  </SpaceBetween>
);

function Curve({ cohorts, asked }: Readonly<{ cohorts: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(curveTexts);
  const { nobody } = useTexts(renewalsTexts);
  const formats = useFormats();
  const dayName = useDayName();
  const known = cohorts
    .filter(({ partial, due }) => !partial && due > 0)
    .map((cohort) => knownOf(cohort, asked.wholeDay));
  const missing = cohorts.filter(({ month }) => !known.some((each) => each.month === month));
  const said = missing.map(({ month, partial, due }) =>
    (partial && due > 0 ? texts.partial : nobody.inThis)(formats.month(month)),
  );
  if (!known.some(({ month }) => month === asked.month))
    return <Empty title={said.at(-1) ?? nobody.inThese} />;
  return (
    <Figures
      title={texts.title}
      description={texts.description(formats.date(asked.wholeDay))}
      terms={['curve', 'cycle', 'final']}
      csv={{
        name: `curve-${known.map(({ month }) => month).join('-')}.csv`,
        rows: () => rowsOf(known),
      }}
      columns={[
        { id: 'day', header: texts.days, cell: dayName },
        ...known.map((each) => ({
          id: each.month,
          header: formats.month(each.month),
          cell: (day: number) => cellOf(each, day, formats),
        })),
      ]}
      items={daysTabled(known)}
      idOf={String}
    >
      <Compared known={known} />
      {said.length > 0 && <Note>{said.join(' ')}</Note>}
      <Picture known={known} />
    </Figures>
  );
}

function Picture({ known }: Readonly<{ known: readonly Known[] }>) {
  const texts = useTexts(curveTexts);
  const { month, percent, wholePercent } = useFormats();
  return (
    <Lines
      title={texts.title}
      axis={texts.days}
      yTitle={texts.share}
      lines={known.map((each) => ({
        title: month(each.month),
        points: daysUpTo(each.lastDay).map((day) => [day, shareOf(each, day)] as const),
      }))}
      domain={[firstDay, Math.max(furthestOf(known), 30)]}
      yDomain={[0, 1]}
      write={percent}
      writeTick={wholePercent}
      mark={{ title: texts.dueDay, x: 0 }}
    />
  );
}

const daysTabled = (known: readonly Known[]): readonly number[] =>
  [
    ...new Set([
      ...tabled.filter((day) => day <= furthestOf(known)),
      ...known.map(({ lastDay }) => lastDay),
    ]),
  ].sort((a, b) => a - b);

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
