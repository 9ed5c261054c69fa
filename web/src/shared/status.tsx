import { StatusIndicator, type StatusIndicatorProps } from '@cloudscape-design/components';

/** A status with its icon. It may wrap between words, not within one. */
export const Status = (props: StatusIndicatorProps) => (
  <span className="whole-words">
    <StatusIndicator {...props} />
  </span>
);
