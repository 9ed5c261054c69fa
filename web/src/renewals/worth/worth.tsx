import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Renewals } from '#domain/renewals/cohort';
import { DownloadCsv } from '../../shared/csv/save-csv.tsx';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { type Column, Listing } from '../../shared/loading/listing.tsx';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { useIsNarrow } from '../../shared/narrow.ts';
import { Figure } from '../../shared/page/figure.tsx';
import { PlainBars } from '../charts/lazy.tsx';
import type { Term } from '../definitions.ts';
import { useWhyNoEffect } from '../effect/points.ts';
import { type Asked, pathOf } from '../shared/asked.ts';
import { CohortChoice } from '../shared/choice.tsx';
import { Drawn } from '../shared/drawn.tsx';
import { Meaning } from '../shared/meaning.tsx';
import { NobodyDue } from '../shared/nobody-due.tsx';
import { alreadyRead, hasPeople, useCohort, useRenewals } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';

const terms: readonly Term[] = ['perRenewal', 'perExtra', 'net', 'effect', 'interval'];

/** What the texts for a month cost, beside the contribution that they brought. */
export function WorthView({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const all = useRenewals(asked);
  return (
    <SpaceBetween size="l">
      <Loaded query={all} of={texts.worth.chart}>
        {({ items }) => (
          <SpaceBetween size="l">
            <ChosenCohort asked={unlessChosen(asked, items)} />
            <AllCohorts cohorts={items.filter(hasPeople)} asked={asked} />
          </SpaceBetween>
        )}
      </Loaded>
      <Box color="text-body-secondary">{texts.worth.onlyMonth}</Box>
    </SpaceBetween>
  );
}

/** Unless a month was chosen, the last of which there is something to tell. */
function unlessChosen(asked: Asked, cohorts: readonly Renewals[]): Asked {
  const told = cohorts.findLast(({ net }) => net !== null);
  return asked.isMonthChosen || !told ? asked : { ...asked, month: told.month };
}

function ChosenCohort({ asked }: Readonly<{ asked: Asked }>) {
  const { title } = useTexts(renewalsTexts).worth;
  const { month } = useFormats();
  const chosen = useCohort(asked);
  return (
    <SpaceBetween size="l">
      <CohortChoice asked={asked} />
      <Loaded query={chosen} of={title(month(asked.month))}>
        {({ items: [cohort] }) => cohort && <OneCohort cohort={cohort} asked={asked} />}
      </Loaded>
    </SpaceBetween>
  );
}

function OneCohort({ cohort, asked }: Readonly<{ cohort: Renewals; asked: Asked }>) {
  const texts = useTexts(renewalsTexts).worth;
  const { month, rupiah } = useFormats();
  const isNarrow = useIsNarrow();
  const title = texts.title(month(cohort.month));
  const { spendRupiah, costPerRenewal, costPerExtraRenewal, extraContribution, net } = cohort;
  return (
    <Container
      header={
        <Header variant="h2" info={<Meaning of={terms} about={title} />}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <InWords cohort={cohort} asked={asked} />
        <KeyValuePairs
          columns={isNarrow ? 1 : 3}
          items={[
            { label: texts.spend, value: <Figure value={rupiah(spendRupiah)} /> },
            { label: texts.brings, value: <Figure value={rupiah(extraContribution)} /> },
            { label: texts.net, value: <Figure value={rupiah(net)} /> },
            { label: texts.perRenewal, value: <Figure value={rupiah(costPerRenewal)} /> },
            { label: texts.perExtra, value: <Figure value={rupiah(costPerExtraRenewal)} /> },
            { label: texts.average, value: <Figure value={rupiah(averageOf(cohort))} /> },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

/** A loss is called a loss, and an estimate that may be chance is said to be one. */
function InWords({ cohort, asked }: Readonly<{ cohort: Renewals; asked: Asked }>) {
  const texts = useTexts(renewalsTexts).worth;
  const { month, rupiah } = useFormats();
  const why = useWhyNoEffect(asked.day);
  const { spendRupiah, costPerRenewal, costPerExtraRenewal, extraContribution, net, effect } =
    cohort;
  if (net === null || extraContribution === null)
    return (
      <Alert type="info" header={texts.none(month(cohort.month))}>
        {why(cohort)}. {texts.spentSoFar(rupiah(spendRupiah), rupiah(costPerRenewal))}
      </Alert>
    );
  const isUnsure =
    effect.low !== null && effect.high !== null && effect.low <= 0 && effect.high >= 0;
  return (
    <Alert
      type={net < 0 ? 'warning' : 'success'}
      header={headOf(net, texts, rupiah)(month(cohort.month))}
    >
      <SpaceBetween size="xs">
        <div>{bodyOf({ spendRupiah, extraContribution, net }, texts, rupiah)}</div>
        <div>
          {costPerExtraRenewal === null
            ? texts.noExtraText
            : texts.extraText(rupiah(costPerExtraRenewal), rupiah(averageOf(cohort)))}
        </div>
        {isUnsure && <div>{texts.unsure}</div>}
      </SpaceBetween>
    </Alert>
  );
}

type Texts = (typeof renewalsTexts)['id']['worth'];
type Write = (rupiah: number) => string;

function headOf(net: number, texts: Texts, rupiah: Write): (month: string) => string {
  if (net === 0) return texts.even;
  return net < 0 ? texts.loss(rupiah(-net)) : texts.gain(rupiah(net));
}

type Worth = Readonly<{ spendRupiah: number; extraContribution: number; net: number }>;

function bodyOf(
  { spendRupiah, extraContribution, net }: Worth,
  texts: Texts,
  rupiah: Write,
): string {
  if (extraContribution < 0)
    return texts.fewerText(rupiah(spendRupiah), rupiah(-extraContribution));
  return net < 0
    ? texts.lossText(rupiah(spendRupiah), rupiah(extraContribution))
    : texts.gainText(rupiah(spendRupiah), rupiah(extraContribution));
}

/** What a month costs those who were due, on average. */
const averageOf = ({ amountDue, due }: Renewals): number | null =>
  due > 0 ? amountDue / due : null;

function AllCohorts({ cohorts, asked }: Readonly<{ cohorts: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const { shortMonth, rupiah } = useFormats();
  const { from, to, asOf } = asked;
  const told = cohorts.filter(({ net }) => net !== null);
  const columns = useColumns(asked);
  if (cohorts.length === 0) return <NobodyDue />;
  return (
    <SpaceBetween size="l">
      {told.length > 0 && (
        <Drawn title={texts.worth.chart} description={texts.worth.chartText} terms={terms}>
          <PlainBars
            title={texts.worth.chart}
            names={told.map(({ month }) => shortMonth(month))}
            write={rupiah}
            axis={texts.columns.month}
            yTitle="Rupiah"
            series={[
              {
                title: texts.worth.spend,
                color: 'bad',
                values: told.map(({ spendRupiah }) => spendRupiah),
              },
              {
                title: texts.worth.brings,
                color: 'good',
                values: told.map(({ extraContribution }) => extraContribution ?? 0),
              },
            ]}
          />
          {told.length > 1 && <Together told={told} />}
        </Drawn>
      )}
      <Listing
        title={texts.table}
        actions={
          <DownloadCsv
            path={pathOf('/api/renewals.csv', { from, to, asOf })}
            text={texts.csv}
            about={texts.worth.chart}
          />
        }
        columns={columns}
        items={cohorts}
        idOf={({ month }) => month}
        query={alreadyRead}
        empty={null}
      />
    </SpaceBetween>
  );
}

/** The months beside each other, added up. */
function Together({ told }: Readonly<{ told: readonly Renewals[] }>) {
  const texts = useTexts(renewalsTexts).worth;
  const { number, rupiah } = useFormats();
  const sum = (of: 'spendRupiah' | 'extraContribution' | 'net') =>
    told.reduce((total, cohort) => total + (cohort[of] ?? 0), 0);
  return (
    <Box>
      {texts.together(number(told.length))}: {texts.spend} {rupiah(sum('spendRupiah'))} ·{' '}
      {texts.brings} {rupiah(sum('extraContribution'))} ·{' '}
      <b>
        {texts.net} {rupiah(sum('net'))}
      </b>
    </Box>
  );
}

function useColumns(asked: Asked): readonly Column<Renewals>[] {
  const { columns, worth: texts } = useTexts(renewalsTexts);
  const { month, rupiah } = useFormats();
  const why = useWhyNoEffect(asked.day);
  return [
    { id: 'month', header: columns.month, cell: (cohort) => month(cohort.month) },
    {
      id: 'amountReceived',
      header: columns.amountReceived,
      cell: ({ amountReceived, amountDue }) =>
        texts.ofDue(rupiah(amountReceived), rupiah(amountDue)),
    },
    { id: 'spend', header: texts.spend, cell: (cohort) => <Spend of={cohort} /> },
    {
      id: 'brings',
      header: texts.brings,
      cell: ({ extraContribution }) => rupiah(extraContribution),
    },
    {
      id: 'net',
      header: texts.net,
      cell: (cohort) => (cohort.net === null ? why(cohort) : <b>{rupiah(cohort.net)}</b>),
    },
  ];
}

function Spend({
  of: { spendRupiah, costPerRenewal, costPerExtraRenewal, net },
}: Readonly<{ of: Renewals }>) {
  const texts = useTexts(renewalsTexts).worth;
  const { rupiah } = useFormats();
  return (
    <>
      {rupiah(spendRupiah)}
      {costPerRenewal !== null && (
        <Box color="text-body-secondary">{texts.eachRenewal(rupiah(costPerRenewal))}</Box>
      )}
      {net !== null && (
        <Box color="text-body-secondary">
          {costPerExtraRenewal === null
            ? texts.noExtra
            : texts.eachExtra(rupiah(costPerExtraRenewal))}
        </Box>
      )}
    </>
  );
}
