import { Box } from '@cloudscape-design/components';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { type Known, shareOf } from './known.ts';
import { curveTexts } from './texts.ts';

/** Both months on the last day known of both, in words. */
export function Compared({ known: [before, own] }: Readonly<{ known: readonly Known[] }>) {
  const texts = useTexts(curveTexts);
  const { month, percent, decimal } = useFormats();
  const dayName = useDayName();
  if (!before || !own) return null;
  const day = Math.min(before.lastDay, own.lastDay);
  const [share, shareBefore] = [shareOf(own, day), shareOf(before, day)];
  const points = Math.round((share - shareBefore) * 1000) / 10;
  const told =
    points === 0 ? texts.same : texts[points > 0 ? 'ahead' : 'behind'](decimal(Math.abs(points)));
  return (
    <Box>
      {texts.beside(
        dayName(day),
        month(own.month),
        percent(share),
        month(before.month),
        percent(shareBefore),
      )}{' '}
      <b>{told}</b>
    </Box>
  );
}

export function useDayName(): (day: number) => string {
  const texts = useTexts(curveTexts).day;
  const { number } = useFormats();
  return (day) =>
    day === 0 ? texts.on : texts[day < 0 ? 'before' : 'after'](number(Math.abs(day)));
}
