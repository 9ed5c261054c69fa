import { Container, Header, KeyValuePairs, SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { useIs, useIsNarrow } from '../../shared/narrow.ts';
import { Figure } from '../../shared/page/figure.tsx';
import { useFormats } from '../../shared/words/format.ts';
import type { Term } from '../definitions/definitions.ts';
import type { Asked } from '../shared/asked.ts';
import { Meaning } from '../shared/meaning.tsx';
import { InWords } from './in-words.tsx';
import { worthTexts } from './texts.ts';

export const worthTerms: readonly Term[] = ['perRenewal', 'perExtra', 'net', 'effect', 'interval'];

/** What reminding brought for one month, in words and figures. */
export function CohortWorth({ cohort, asked }: Readonly<{ cohort: Renewals; asked: Asked }>) {
  const texts = useTexts(worthTexts);
  const { month } = useFormats();
  const title = texts.title(month(cohort.month));
  return (
    <Container
      header={
        <Header variant="h2" info={<Meaning of={worthTerms} about={title} />}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <InWords cohort={cohort} asked={asked} />
        {cohort.net !== null && <Figures of={cohort} />}
      </SpaceBetween>
    </Container>
  );
}

/** Only what is known for good is written in large type. */
function Figures({ of }: Readonly<{ of: Renewals }>) {
  const texts = useTexts(worthTexts);
  const { rupiah } = useFormats();
  const isPhone = useIsNarrow();
  // Rp352.800.000.000 in large type needs a third of a wide page, or half of a tablet's.
  const isTablet = useIs('tooNarrowForTabs');
  const { spendRupiah, costPerRenewal, costPerExtraRenewal, extraContribution, net } = of;
  return (
    <KeyValuePairs
      columns={isPhone ? 1 : isTablet ? 2 : 3}
      items={[
        { label: texts.spend, value: <Figure value={rupiah(spendRupiah)} /> },
        { label: texts.brings, value: <Figure value={rupiah(extraContribution)} /> },
        { label: texts.net, value: <Figure value={rupiah(net)} /> },
        { label: texts.perRenewal, value: <Figure value={rupiah(costPerRenewal)} /> },
        { label: texts.perExtra, value: <Figure value={rupiah(costPerExtraRenewal)} /> },
        { label: texts.average, value: <Figure value={rupiah(averageOf(of))} /> },
      ]}
    />
  );
}

/** The average contribution of the workers who were due. */
export const averageOf = ({ amountDue, due }: Renewals): number | null =>
  due > 0 ? amountDue / due : null;
