import { SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { Intervals } from '../charts/intervals.tsx';
import { useSigned } from '../effect/points.ts';
import { effectTexts } from '../effect/texts.ts';
import { type Asked, pathOf } from '../shared/asked.ts';
import { CohortChoice } from '../shared/choice.tsx';
import { Figures } from '../shared/figures.tsx';
import { hasPeople, useGroups } from '../shared/reading.ts';
import { unlessChosen } from '../shared/unless-chosen.ts';
import { keptTexts } from './texts.ts';

type ByTenureProps = Readonly<{ asked: Asked; cohorts: readonly Renewals[] }>;

/** New members beside old ones, for the last month of which it is known. */
export function ByTenure({ asked: given, cohorts }: ByTenureProps) {
  const texts = useTexts(keptTexts).tenure;
  const { month } = useFormats();
  const asked = { ...unlessChosen(given, cohorts), by: 'tenure' } as const;
  return (
    <SpaceBetween size="l">
      <CohortChoice asked={asked} />
      <Loaded query={useGroups(asked)} of={texts.title(month(asked.month))}>
        {({ items }) => <Tenures groups={items.filter(hasPeople)} asked={asked} />}
      </Loaded>
    </SpaceBetween>
  );
}

function Tenures({ groups, asked }: Readonly<{ groups: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(keptTexts).tenure;
  const formats = useFormats();
  const columns = useTenureColumns();
  const { month, asOf } = asked;
  const title = texts.title(formats.month(month));
  const rows = useRows(groups);
  if (rows.length === 0) return <Empty title={texts.none(formats.month(month))} />;
  return (
    <Figures
      title={title}
      description={texts.description}
      terms={['effectByLapse', 'interval', 'breakEven']}
      csv={pathOf('/api/renewals.csv', { from: month, to: month, by: 'tenure', asOf })}
      columns={columns}
      items={groups}
      idOf={({ value }) => value ?? ''}
    >
      <Intervals rows={rows} axis={texts.axis} />
      <Note>{texts.small}</Note>
    </Figures>
  );
}

function useRows(groups: readonly Renewals[]) {
  const { told } = useTexts(effectTexts);
  const nameOf = useTenureName();
  const signed = useSigned();
  return groups.flatMap((group) => {
    const { points, low, high } = group.effectByLapse;
    if (points === null || low === null || high === null) return [];
    const name = nameOf(group);
    const said = `${name}: ${told(signed(points), signed(low), signed(high))}`;
    return [{ name, points, low, high, said }];
  });
}

function useTenureName(): (group: Renewals) => string {
  const { tenure } = useTexts(wordsTexts);
  const names: Readonly<Record<string, string>> = tenure;
  return ({ value }) => names[value ?? ''] ?? value ?? '';
}

function useTenureColumns(): readonly Column<Renewals>[] {
  const texts = useTexts(keptTexts).tenure;
  const { reminded, heldOut, share, to } = useTexts(effectTexts);
  const { decimal, number, percent } = useFormats();
  const nameOf = useTenureName();
  const signed = useSigned();
  const arm = (of: 'reminded' | 'heldOut') =>
    function cell({ effectByLapse }: Renewals) {
      const { due, renewed } = effectByLapse[of];
      return (
        <>
          {percent(due > 0 ? renewed / due : null)}
          <Note>{share(number(renewed), number(due))}</Note>
        </>
      );
    };
  return [
    { id: 'value', header: texts.value, cell: nameOf },
    { id: 'reminded', header: reminded, cell: arm('reminded') },
    { id: 'heldOut', header: heldOut, cell: arm('heldOut') },
    {
      id: 'points',
      header: texts.points,
      cell: ({ effectByLapse: { points, low, high } }) =>
        points === null || low === null || high === null ? (
          '–'
        ) : (
          <>
            {signed(points)}
            <Note>{to(signed(low), signed(high))}</Note>
          </>
        ),
    },
    {
      id: 'breakEven',
      header: texts.breakEven,
      cell: ({ breakEven }) => decimal(breakEven.oneMonth),
    },
  ];
}
