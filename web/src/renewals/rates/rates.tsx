import { SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { StackedColumns } from '../charts/lazy.tsx';
import { outcomeMeanings, stackedOutcomes } from '../charts/outcome-meanings.ts';
import { type Asked, spanPath } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { NobodyDue } from '../shared/nobody-due.tsx';
import { outcomeTerms, useOutcomeColumns } from '../shared/outcome-columns.tsx';
import { hasPeople, useRenewals } from '../shared/reading.ts';
import { ByStep } from '../summary/by-step.tsx';
import { Summary } from '../summary/summary.tsx';
import { renewalsTexts } from '../texts.ts';
import { CohortName, Remarks } from './remarks.tsx';
import { ratesTexts } from './texts.ts';

export function RatesView({ asked }: Readonly<{ asked: Asked }>) {
  return (
    <Loaded query={useRenewals(asked)} of={useTexts(ratesTexts).title}>
      {({ items }) => <Rates all={items} asked={asked} />}
    </Loaded>
  );
}

function Rates({ all, asked }: Readonly<{ all: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(ratesTexts);
  const { month } = useTexts(renewalsTexts).columns;
  const outcomes = useOutcomeColumns();
  const cohorts = all.filter(hasPeople);
  const rated = cohorts.filter(({ partial, due }) => !partial && due > 0);
  if (cohorts.length === 0) return <NobodyDue />;
  return (
    <SpaceBetween size="l">
      <Summary cohorts={cohorts} asked={asked} />
      <Figures
        title={texts.title}
        description={texts.description}
        terms={outcomeTerms}
        csv={spanPath('/api/renewals.csv', asked)}
        columns={[
          { id: 'month', header: month, width: 140, cell: (item) => <CohortName cohort={item} /> },
          ...outcomes,
        ]}
        items={cohorts}
        idOf={(item) => item.month}
      >
        {rated.length === 0 ? <Empty title={texts.nothingRated} /> : <Picture rated={rated} />}
        <Remarks all={all} />
      </Figures>
      <ByStep cohorts={cohorts} />
    </SpaceBetween>
  );
}

/** All workers who were due, by outcome. */
function Picture({ rated }: Readonly<{ rated: readonly Renewals[] }>) {
  const texts = useTexts(ratesTexts);
  const { outcomes } = useTexts(renewalsTexts);
  const { number, percent, shortMonth } = useFormats();
  const columns = rated.map((of) => ({
    name: `${shortMonth(of.month)}${of.final ? '' : '\u00a0*'}`,
    number: percent(of.rates.renewal),
    isChanging: !of.final,
    parts: stackedOutcomes.map((outcome) => ({
      title: outcomes[outcome],
      color: outcomeMeanings[outcome],
      share: of[outcome] / of.due,
      said: `${percent(of[outcome] / of.due)} (${number(of[outcome])})`,
    })),
  }));
  return <StackedColumns title={texts.title} columns={columns} />;
}
