import { Alert, SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import type { Asked } from '../shared/asked.ts';
import { averageOf } from './cohort-worth.tsx';
import { worthTexts } from './texts.ts';
import { useWhyNoWorth } from './why.ts';

/** A loss is called a loss, and an estimate that may be chance says so. */
export function InWords({ cohort, asked }: Readonly<{ cohort: Renewals; asked: Asked }>) {
  const texts = useTexts(worthTexts);
  const { month, rupiah } = useFormats();
  const why = useWhyNoWorth(asked.day);
  const { spendRupiah, costPerRenewal, costPerExtraRenewal, extraContribution, net } = cohort;
  const { low, high } = cohort.effectByLapse;
  // Before the due date hardly anybody has paid: the cost of a renewal would read as a verdict.
  const spentSoFar = (spend: string): string =>
    costPerRenewal === null || asked.day <= cohort.dueOn
      ? texts.spent(spend)
      : texts.spentSoFar(spend, rupiah(costPerRenewal));
  if (net === null || extraContribution === null)
    return (
      <Alert type="info" header={texts.none(month(cohort.month))}>
        {why(cohort)}. {spentSoFar(rupiah(spendRupiah))}
      </Alert>
    );
  const isUnsure = low !== null && high !== null && low <= 0 && high >= 0;
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

type Texts = (typeof worthTexts)['id'];

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
