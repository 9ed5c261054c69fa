import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Renewals } from '#domain/renewals/cohort';
import { DownloadCsv } from '../../shared/csv/save-csv.tsx';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { OutcomeBars } from '../charts/lazy.tsx';
import { type Asked, pathOf, useWay } from '../shared/asked.ts';
import { Drawn } from '../shared/drawn.tsx';
import { NobodyDue } from '../shared/nobody-due.tsx';
import { outcomeTerms, useOutcomeColumns } from '../shared/outcome-columns.tsx';
import { alreadyRead, hasPeople, useRenewals } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';

export function RatesView({ asked }: Readonly<{ asked: Asked }>) {
  const { title } = useTexts(renewalsTexts).rates;
  const renewals = useRenewals(asked);
  return (
    <Loaded query={renewals} of={title}>
      {({ items }) => <Rates all={items} asked={asked} />}
    </Loaded>
  );
}

function Rates({ all, asked }: Readonly<{ all: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const { shortMonth } = useFormats();
  const outcomes = useOutcomeColumns();
  const { from, to, asOf } = asked;
  const cohorts = all.filter(hasPeople);
  const rated = cohorts.filter(({ partial, due }) => !partial && due > 0);
  if (cohorts.length === 0) return <NobodyDue />;
  return (
    <SpaceBetween size="l">
      <Drawn title={texts.rates.title} description={texts.rates.description} terms={outcomeTerms}>
        {rated.length === 0 ? (
          <Empty title={texts.rates.nothingRated} />
        ) : (
          <OutcomeBars
            title={texts.rates.title}
            axis={texts.columns.month}
            bars={rated.map((of) => ({
              name: `${shortMonth(of.month)}${of.final ? '' : ' *'}`,
              of,
            }))}
          />
        )}
        <Remarks all={all} />
      </Drawn>
      <Listing
        title={texts.table}
        actions={
          <DownloadCsv
            path={pathOf('/api/renewals.csv', { from, to, asOf })}
            text={texts.csv}
            about={texts.rates.title}
          />
        }
        columns={[
          {
            id: 'month',
            header: texts.columns.month,
            cell: (item) => <CohortName cohort={item} />,
          },
          ...outcomes,
        ]}
        items={cohorts}
        idOf={({ month }) => month}
        query={alreadyRead}
        empty={null}
      />
    </SpaceBetween>
  );
}

/** The month, which leads to the rows behind its figures, and what keeps it from being compared. */
function CohortName({ cohort: { month, partial, final } }: Readonly<{ cohort: Renewals }>) {
  const texts = useTexts(renewalsTexts).rates;
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

/** What the marks mean, where one stands there, and which month is missing. */
function Remarks({ all }: Readonly<{ all: readonly Renewals[] }>) {
  const texts = useTexts(renewalsTexts).rates;
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
