import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Renewals } from '#domain/renewals/cohort';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { Bars } from '../charts/lazy.tsx';
import { outcomeMeanings, stackedOutcomes } from '../charts/outcome-meanings.ts';
import { type Asked, spanPath, useWay } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { NobodyDue } from '../shared/nobody-due.tsx';
import { outcomeTerms, useOutcomeColumns } from '../shared/outcome-columns.tsx';
import { hasPeople, useRenewals } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';
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
    <Figures
      title={texts.title}
      description={texts.description}
      terms={outcomeTerms}
      csv={spanPath('/api/renewals.csv', asked)}
      columns={[
        { id: 'month', header: month, cell: (item) => <CohortName cohort={item} /> },
        ...outcomes,
      ]}
      items={cohorts}
      idOf={(item) => item.month}
    >
      {rated.length === 0 ? <Empty title={texts.nothingRated} /> : <Picture rated={rated} />}
      <Remarks all={all} />
    </Figures>
  );
}

/** All workers who were due, by outcome. */
function Picture({ rated }: Readonly<{ rated: readonly Renewals[] }>) {
  const texts = useTexts(ratesTexts);
  const { columns, outcomes } = useTexts(renewalsTexts);
  const { number, percent, shortMonth, wholePercent } = useFormats();
  const names = rated.map(({ month, final }) => `${shortMonth(month)}${final ? '' : ' *'}`);
  return (
    <Bars
      areShares
      title={texts.title}
      axis={columns.month}
      yTitle={texts.share}
      write={wholePercent}
      names={names}
      series={stackedOutcomes.map((outcome) => ({
        title: outcomes[outcome],
        color: outcomeMeanings[outcome],
        values: rated.map((of) => of[outcome] / of.due),
        write: (share, name) =>
          `${percent(share)} (${number(rated[names.indexOf(name)]?.[outcome] ?? 0)})`,
      }))}
    />
  );
}

/** Links to the rows behind the figures, with a badge if the month cannot be compared. */
function CohortName({ cohort: { month, partial, final } }: Readonly<{ cohort: Renewals }>) {
  const texts = useTexts(ratesTexts);
  const formats = useFormats();
  const { there } = useWay();
  return (
    <SpaceBetween size="xxs">
      <PageLink page="cohort" values={{ month, ...there }}>
        {formats.month(month)}
      </PageLink>
      {(partial || !final) && (
        <Box fontSize="body-s" color="text-body-secondary">
          {partial ? texts.badgePartial : texts.badgeNotFinal}
        </Box>
      )}
    </SpaceBetween>
  );
}

/** Explains the badges in use, and names missing months. */
function Remarks({ all }: Readonly<{ all: readonly Renewals[] }>) {
  const texts = useTexts(ratesTexts);
  const { month, date } = useFormats();
  const cohorts = all.filter(hasPeople);
  const notFinal = cohorts.filter(({ partial, final }) => !partial && !final);
  const partial = cohorts.filter((cohort) => cohort.partial);
  const missing = all.filter((cohort) => !hasPeople(cohort));
  const named = (of: readonly Renewals[]): string =>
    of.map((cohort) => month(cohort.month)).join(', ');
  const remarks = [
    notFinal.length > 0 &&
      texts.notFinal(
        notFinal
          .map((cohort) => texts.finalOn(month(cohort.month), date(cohort.finalOn)))
          .join(', '),
      ),
    partial.length > 0 && texts.partial(named(partial), partial.length === 1),
    missing.length > 0 && texts.noPeople(named(missing)),
  ];
  return (
    <SpaceBetween size="xs">
      {remarks.map(
        (remark) =>
          remark && (
            <Box key={remark} color="text-body-secondary">
              {remark}
            </Box>
          ),
      )}
    </SpaceBetween>
  );
}
