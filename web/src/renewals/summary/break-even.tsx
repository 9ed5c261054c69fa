import { Box } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useSigned } from '../effect/points.ts';
import { summaryTexts } from './texts.ts';

/** What the texts of a month had to bring, beside what was seen of them. */
export function BreakEven({ of }: Readonly<{ of: Renewals }>) {
  const texts = useTexts(summaryTexts).breakEven;
  const { decimal, month } = useFormats();
  const signed = useSigned();
  const { points, low, high } = of.effectByLapse;
  const { oneMonth } = of.breakEven;
  if (oneMonth === null) return null;
  const [name, needed] = [month(of.month), decimal(oneMonth)];
  if (points === null || low === null || high === null) return <Box>{texts.why(name, needed)}</Box>;
  return <Box>{texts.told(name, needed, signed(points), signed(low), signed(high))}</Box>;
}
