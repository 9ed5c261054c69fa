import { Box } from '@cloudscape-design/components';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { paymentsTexts } from '../texts.ts';
import { isReversed, type Shown } from './shown.ts';

/** The sum to compare with the bank's. Reversed payments are summed apart. */
export function Sum({ of, hasMore }: Readonly<{ of: readonly Shown[]; hasMore: boolean }>) {
  const texts = useTexts(paymentsTexts);
  const { number, rupiah } = useFormats();
  const reversed = of.filter(isReversed);
  const counted = of.filter((payment) => !isReversed(payment));
  const sum = (payments: readonly Shown[]): string =>
    rupiah(payments.reduce((total, { amount }) => total + amount, 0));
  return (
    <Box>
      {texts.sum(number(counted.length), sum(counted))}{' '}
      {reversed.length > 0 && texts.sumReversed(number(reversed.length), sum(reversed))}{' '}
      {hasMore && texts.sumShown}
    </Box>
  );
}
