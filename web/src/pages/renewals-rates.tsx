import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Renewals } from '#domain/cohort';
import { OutcomeBars } from '../charts/lazy.tsx';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { Drawn } from '../shared/drawn.tsx';
import { Listing } from '../shared/listing.tsx';
import { Empty, Loaded } from '../shared/loaded.tsx';
import { PageLink } from '../shared/page-link.tsx';
import { DownloadCsv } from '../shared/save-csv.tsx';
import type { Term } from '../texts/definitions.ts';
import { renewalsTexts } from '../texts/renewals.ts';
import { type Asked, pathOf } from './renewals-asked.ts';
import { useOutcomeColumns } from './renewals-columns.tsx';
import { alreadyRead, hasPeople, useRenewals } from './renewals-reading.ts';

const terms: readonly Term[] = [
  ...(['cycle', 'onTime', 'inArrears', 'renewal', 'open', 'lapsed', 'recovered', 'left', 'startedLate', 'partial', 'final'] as const),
];

export function RatesView({ asked }: Readonly<{ asked: Asked }>) {
  const renewals = useRenewals(asked);
  return <Loaded query={renewals}>{({ items }) => <Rates cohorts={items.filter(hasPeople)} asked={asked} />}</Loaded>;
}

function Rates({ cohorts, asked }: Readonly<{ cohorts: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const { shortMonth } = useFormats();
  const outcomes = useOutcomeColumns(asked.asOf);
  const { from, to, asOf } = asked;
  const rated = cohorts.filter(({ partial, due }) => !partial && due > 0);
  if (cohorts.length === 0) return <Empty title={texts.rates.none}>{texts.rates.noneText}</Empty>;
  return (
    <SpaceBetween size="l">
      <Drawn title={texts.rates.title} description={texts.rates.description} terms={terms}>
        {rated.length === 0 ? (
          <Empty title={texts.rates.nothingRated} />
        ) : (
          <OutcomeBars
            title={texts.rates.title}
            axis={texts.columns.month}
            bars={rated.map((of) => ({ name: `${shortMonth(of.month)}${of.final ? '' : ' *'}`, of }))}
          />
        )}
        <Remarks cohorts={cohorts} />
      </Drawn>
      <Listing
        title={texts.table}
        actions={<DownloadCsv path={pathOf('/api/renewals.csv', { from, to, asOf })} text={texts.csv} about={texts.rates.title} />}
        columns={[{ id: 'month', header: texts.columns.month, cell: (item) => <CohortName cohort={item} asOf={asOf} /> }, ...outcomes]}
        items={cohorts}
        idOf={({ month }) => month}
        query={alreadyRead}
        empty={null}
      />
    </SpaceBetween>
  );
}

/** The month, which leads to the rows behind its figures, and what keeps it from being compared. */
function CohortName({ cohort: { month, partial, final }, asOf }: Readonly<{ cohort: Renewals; asOf: string | null }>) {
  const texts = useTexts(renewalsTexts).rates;
  const formats = useFormats();
  return (
    <SpaceBetween size="xxs">
      <PageLink page="cohort" values={{ month, ...(asOf ? { asOf } : {}) }}>
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

/** What the marks mean, where one stands there. */
function Remarks({ cohorts }: Readonly<{ cohorts: readonly Renewals[] }>) {
  const texts = useTexts(renewalsTexts).rates;
  const { month, date } = useFormats();
  const partial = cohorts.filter((cohort) => cohort.partial);
  const notFinal = cohorts.filter((cohort) => !cohort.partial && !cohort.final);
  return (
    <SpaceBetween size="xs">
      {notFinal.length > 0 && (
        <Box color="text-body-secondary">
          {texts.notFinal(notFinal.map((cohort) => texts.until(month(cohort.month), date(cohort.finalOn))).join(', '))}
        </Box>
      )}
      {partial.length > 0 && (
        <Box color="text-body-secondary">{texts.partial(partial.map((cohort) => month(cohort.month)).join(', '))}</Box>
      )}
    </SpaceBetween>
  );
}
