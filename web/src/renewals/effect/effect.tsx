import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { RenewalsAnswer } from '#flows/renewals/show-renewals';
import { useTexts } from '../../shared/language.tsx';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { type Interval, Intervals } from '../charts/intervals.tsx';
import { type Asked, spanPath } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { NobodyDue } from '../shared/nobody-due.tsx';
import { hasPeople, useRenewals } from '../shared/reading.ts';
import { useColumns } from './columns.tsx';
import { Eligibility } from './eligibility.tsx';
import { type Points, useSigned, useWhyNoEffect } from './points.ts';
import { effectTexts } from './texts.ts';

export function EffectView({ asked }: Readonly<{ asked: Asked }>) {
  return (
    <Loaded query={useRenewals(asked)} of={useTexts(effectTexts).title}>
      {(answer) => <Effect answer={answer} asked={asked} />}
    </Loaded>
  );
}

export type Line = Readonly<{ id: string; cohort: Renewals | null; effect: Points }>;

function Effect({ answer, asked }: Readonly<{ answer: RenewalsAnswer; asked: Asked }>) {
  const texts = useTexts(effectTexts);
  const columns = useColumns(asked);
  const cohorts = answer.items.filter(hasPeople);
  if (cohorts.length === 0) return <NobodyDue />;
  const lines: readonly Line[] = [
    ...cohorts.map((cohort) => ({ id: cohort.month, cohort, effect: cohort.effect })),
    { id: 'overall', cohort: null, effect: answer.overall.effect },
  ];
  return (
    <Figures
      title={texts.title}
      description={texts.description}
      terms={['effect', 'interval']}
      csv={spanPath('/api/renewals.csv', asked)}
      columns={columns}
      items={lines}
      idOf={({ id }) => id}
    >
      <Eligibility effect={answer.overall.effect} />
      <Picture lines={lines} />
      <NotCompared cohorts={cohorts} asked={asked} />
    </Figures>
  );
}

function Picture({ lines }: Readonly<{ lines: readonly Line[] }>) {
  const texts = useTexts(effectTexts);
  const { shortMonth } = useFormats();
  const signed = useSigned();
  const rows = lines.flatMap(({ cohort, effect: { points, low, high } }): Interval[] => {
    if (points === null || low === null || high === null) return [];
    const name = cohort ? shortMonth(cohort.month) : texts.overall;
    const said = `${name}: ${texts.told(signed(points), signed(low), signed(high))}`;
    return [{ name, points, low, high, said, isOverall: cohort === null }];
  });
  return rows.length > 0 && <Intervals rows={rows} axis={texts.points} />;
}

/** Why a month has no line in the chart. */
function NotCompared({ cohorts, asked }: Readonly<{ cohorts: readonly Renewals[]; asked: Asked }>) {
  const { month } = useFormats();
  const why = useWhyNoEffect(asked.day);
  return cohorts
    .filter(({ effect }) => effect.points === null)
    .map((cohort) => (
      <Note key={cohort.month}>
        {month(cohort.month)}: {why(cohort)}
      </Note>
    ));
}
