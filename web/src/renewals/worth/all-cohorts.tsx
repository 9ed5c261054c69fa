import { Box, SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { Bars } from '../charts/lazy.tsx';
import { type Asked, spanPath } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { NobodyDue } from '../shared/nobody-due.tsx';
import { renewalsTexts } from '../texts.ts';
import { worthTerms } from './cohort-worth.tsx';
import { useWorthColumns } from './columns.tsx';
import { worthTexts } from './texts.ts';

export function AllCohorts({
  cohorts,
  asked,
}: Readonly<{ cohorts: readonly Renewals[]; asked: Asked }>) {
  const texts = useTexts(worthTexts);
  const columns = useWorthColumns(asked);
  const told = cohorts.filter(({ net }) => net !== null);
  if (cohorts.length === 0) return <NobodyDue />;
  return (
    <Figures
      title={texts.chart}
      description={texts.chartText}
      terms={worthTerms}
      csv={spanPath('/api/renewals.csv', asked)}
      columns={columns}
      items={cohorts}
      idOf={({ month }) => month}
    >
      {told.length > 0 && (
        <SpaceBetween size="m">
          <Picture told={told} />
          {told.length > 1 && <Together told={told} />}
        </SpaceBetween>
      )}
    </Figures>
  );
}

function Picture({ told }: Readonly<{ told: readonly Renewals[] }>) {
  const texts = useTexts(worthTexts);
  const { month } = useTexts(renewalsTexts).columns;
  const { shortMonth, rupiah, shortRupiah } = useFormats();
  const spent = told.map(({ spendRupiah }) => spendRupiah);
  const brought = told.map(({ extraContribution }) => extraContribution ?? 0);
  return (
    <Bars
      title={texts.chart}
      names={told.map((cohort) => shortMonth(cohort.month))}
      write={rupiah}
      writeTick={shortRupiah}
      axis={month}
      yTitle="Rupiah"
      series={[
        { title: texts.spend, color: 'bad', values: spent },
        { title: texts.brings, color: 'good', values: brought },
      ]}
    />
  );
}

/** The months side by side, with their sum. */
function Together({ told }: Readonly<{ told: readonly Renewals[] }>) {
  const texts = useTexts(worthTexts);
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
