import { StatusIndicator, type StatusIndicatorProps } from '@cloudscape-design/components';

/** A status with its icon. It may wrap between words, not within one, nor before the first. */
export const Status = (props: StatusIndicatorProps) => (
  <span className={isOneWord(props.children) ? 'whole-words unbroken' : 'whole-words'}>
    <StatusIndicator {...props} />
  </span>
);

const isOneWord = (words: unknown): boolean => typeof words === 'string' && !words.includes(' ');
