import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Renewals } from '#domain/renewals/cohort';
import { DownloadCsv } from '../../shared/csv/save-csv.tsx';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useIsNarrow } from '../../shared/narrow.ts';
import { wordsTexts } from '../../shared/words.ts';
import { StackedRows } from '../charts/lazy.tsx';
import { outcomeMeanings, stackedOutcomes } from '../charts/outcome-meanings.ts';
import { type Asked, dimensions, pathOf } from '../shared/asked.ts';
import { CohortChoice } from '../shared/choice.tsx';
import { Drawn } from '../shared/drawn.tsx';
import { useOutcomeColumns } from '../shared/outcome-columns.tsx';
import { alreadyRead, hasPeople, useGroups } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';

export function GroupsView({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const { month } = useFormats();
  const groups = useGroups(asked);
  // On a phone the control becomes a list, and shows its label itself.
  const isNarrow = useIsNarrow();
  return (
    <SpaceBetween size="l">
      <CohortChoice asked={asked} />
      <FormField label={isNarrow ? undefined : texts.choice.by}>
        <SegmentedControl
          label={texts.choice.by}
          selectedId={asked.by}
          options={dimensions.map((id) => ({ id, text: texts.groups.by[id] }))}
          onChange={({ detail }) => asked.set({ by: detail.selectedId })}
        />
      </FormField>
      <Loaded query={groups} of={texts.groups.title(month(asked.month))}>
        {({ items }) => <Groups groups={items.filter(hasPeople)} asked={asked} />}
      </Loaded>
    </SpaceBetween>
  );
}

function Groups({ groups, asked }: Readonly<{ groups: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const { month, number, percent } = useFormats();
  const nameOf = useValueName();
  const outcomes = useOutcomeColumns();
  const title = texts.groups.title(month(asked.month));
  const rowOf = (of: Renewals) => ({
    name: `${nameOf(of)} (${number(of.due)})`,
    parts: stackedOutcomes.map((outcome) => ({
      ...{
        title: texts.outcomes[outcome],
        color: outcomeMeanings[outcome],
        value: of[outcome] / of.due,
      },
      said: `${percent(of[outcome] / of.due)} (${number(of[outcome])})`,
    })),
  });
  const largestFirst = [...groups].sort((left, right) => right.due - left.due);
  if (groups.length === 0) return <Empty title={texts.curve.nobody(month(asked.month))} />;
  return (
    <SpaceBetween size="l">
      <Drawn
        title={title}
        description={texts.groups.description}
        terms={['cycle', 'onTime', 'inArrears', 'renewal', 'lapsed', 'recovered']}
      >
        {groups[0]?.partial ? (
          <Empty title={texts.groups.partial(month(asked.month))} />
        ) : (
          <StackedRows title={title} rows={largestFirst.filter(({ due }) => due > 0).map(rowOf)} />
        )}
        <Box color="text-body-secondary">{texts.groups.small}</Box>
      </Drawn>
      <Listing
        title={texts.table}
        actions={<GroupsCsv asked={asked} title={title} />}
        columns={[{ id: 'value', header: texts.groups.by[asked.by], cell: nameOf }, ...outcomes]}
        items={largestFirst}
        idOf={({ value }) => value ?? ''}
        query={alreadyRead}
        empty={null}
      />
    </SpaceBetween>
  );
}

function GroupsCsv({
  asked: { month, by, asOf },
  title,
}: Readonly<{ asked: Asked; title: string }>) {
  const texts = useTexts(renewalsTexts);
  return (
    <DownloadCsv
      path={pathOf('/api/renewals.csv', { from: month, to: month, by, asOf })}
      text={texts.csv}
      about={title}
    />
  );
}

/** `transport` → `Transportasi`; a province is called what it is. */
function useValueName(): (item: Renewals) => string {
  const { sector, workerLanguage } = useTexts(wordsTexts);
  const { unknown } = useTexts(renewalsTexts).groups;
  const names: Readonly<Record<string, string>> = { ...sector, ...workerLanguage, unknown };
  return ({ value }) => names[value ?? ''] ?? value ?? '';
}
