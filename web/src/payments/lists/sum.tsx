import { Box } from '@cloudscape-design/components';
import { codeAsText, jakartaTime } from '#domain/csv/excel-cells';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { paymentsTexts } from '../texts.ts';
import { flagTexts } from './flag-texts.ts';
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

const headings = [
  ...['Kanal', 'Referensi', 'Rupiah', 'Dibayar (WIB)'],
  ...['Ditandai', 'Kurang (Rp)', 'ID peserta'],
];

/** As the file of a span is: in Indonesian, in the time of Jakarta, with the same columns always. */
export const csvRows = (payments: readonly Shown[]) => [
  headings,
  ...payments.map(({ channel, reference, amount, paidAt, flags, short, workerId }) => [
    ...[channel, codeAsText(reference), amount, jakartaTime(paidAt)],
    ...[flags.map((flag) => flagTexts.id[flag].name).join(', '), short?.by ?? null, workerId],
  ]),
];
