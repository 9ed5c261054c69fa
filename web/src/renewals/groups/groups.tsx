import { FormField, SegmentedControl, SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useIsNarrow } from '../../shared/narrow.ts';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { StackedRows } from '../charts/lazy.tsx';
import { outcomeMeanings, stackedOutcomes } from '../charts/outcome-meanings.ts';
import { type Asked, dimensions, pathOf } from '../shared/asked.ts';
import { CohortChoice } from '../shared/choice.tsx';
import { Figures } from '../shared/figures.tsx';
import { useOutcomeColumns } from '../shared/outcome-columns.tsx';
import { hasPeople, useGroups } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';
import { groupsTexts } from './texts.ts';

export function GroupsView({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(groupsTexts);
  const { by } = useTexts(renewalsTexts).choice;
  const { month } = useFormats();
  // On a phone the control becomes a list with a label of its own.
  const isNarrow = useIsNarrow();
  return (
    <SpaceBetween size="l">
      <CohortChoice asked={asked} />
      <FormField label={isNarrow ? undefined : by}>
        <SegmentedControl
          label={by}
          selectedId={asked.by}
          options={dimensions.map((id) => ({ id, text: texts.by[id] }))}
          onChange={({ detail }) => asked.set({ by: detail.selectedId })}
        />
      </FormField>
      <Loaded query={useGroups(asked)} of={texts.title(month(asked.month))}>
        {({ items }) => <Groups groups={items.filter(hasPeople)} asked={asked} />}
      </Loaded>
    </SpaceBetween>
  );
}

function Groups({ groups, asked }: Readonly<{ groups: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(groupsTexts);
  const { nobody, outcomes } = useTexts(renewalsTexts);
  const { month: monthName, number, percent } = useFormats();
  const nameOf = useValueName();
  const columns = useOutcomeColumns();
  const { month, by, asOf } = asked;
  const title = texts.title(monthName(month));
  const rowOf = (of: Renewals) => ({
    name: `${nameOf(of)} (${number(of.due)})`,
    parts: stackedOutcomes.map((outcome) => ({
      title: outcomes[outcome],
      color: outcomeMeanings[outcome],
      value: of[outcome] / of.due,
      said: `${percent(of[outcome] / of.due)} (${number(of[outcome])})`,
    })),
  });
  const largestFirst = [...groups].sort((left, right) => right.due - left.due);
  if (groups.length === 0) return <Empty title={nobody.inThis(monthName(month))} />;
  return (
    <Figures
      title={title}
      description={texts.description}
      terms={['cycle', 'onTime', 'inArrears', 'renewal', 'lapsed', 'recovered']}
      csv={pathOf('/api/renewals.csv', { from: month, to: month, by, asOf })}
      columns={[{ id: 'value', header: texts.by[by], width: 150, cell: nameOf }, ...columns]}
      items={largestFirst}
      idOf={({ value }) => value ?? ''}
    >
      {groups[0]?.partial ? (
        <Empty title={texts.partial(monthName(month))} />
      ) : (
        <StackedRows title={title} rows={largestFirst.filter(({ due }) => due > 0).map(rowOf)} />
      )}
      <Note>{texts.small}</Note>
    </Figures>
  );
}

/** `transport` → `Transportasi`; a province keeps its name, and what is unknown is called so. */
function useValueName(): (item: Renewals) => string {
  const { sector, workerLanguage, tenure } = useTexts(wordsTexts);
  const names: Readonly<Record<string, string>> = { ...sector, ...workerLanguage, ...tenure };
  return ({ value }) => names[value ?? ''] ?? value ?? '';
}
