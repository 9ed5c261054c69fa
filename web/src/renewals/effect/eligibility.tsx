import { Box } from '@cloudscape-design/components';
import { useTexts } from '../../shared/language.tsx';
import { type Points, useSigned } from './points.ts';
import { effectTexts } from './texts.ts';

/** All months together, in words: an interval that includes zero proves nothing. */
export function Eligibility({ effect: { points, low, high } }: Readonly<{ effect: Points }>) {
  const texts = useTexts(effectTexts);
  const signed = useSigned();
  if (points === null || low === null || high === null) return <Box>{texts.overallNone}</Box>;
  const certainty =
    low > 0 ? texts.certain.more : high < 0 ? texts.certain.fewer : texts.certain.unknown;
  return (
    <Box>
      {texts.overall}: <b>{texts.told(signed(points), signed(low), signed(high))}</b>. {certainty}
    </Box>
  );
}
