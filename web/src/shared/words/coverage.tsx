import type { StatusIndicatorProps } from '@cloudscape-design/components';
import type { Coverage } from '#domain/people/cycles/coverage';
import { useTexts } from '../language.tsx';
import { Status } from '../status.tsx';
import { wordsTexts } from './words.ts';

const looks = {
  active: 'success',
  due: 'pending',
  arrears: 'warning',
  lapsed: 'error',
  ended: 'stopped',
} as const satisfies Record<Coverage, StatusIndicatorProps.Type>;

export const CoverageIndicator = ({ coverage }: Readonly<{ coverage: Coverage }>) => (
  <Status type={looks[coverage]}>{useTexts(wordsTexts).coverage[coverage]}</Status>
);
