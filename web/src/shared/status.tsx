import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';

/** A status with its sign. Its words may stand on several lines, and none of them is broken. */
export const Status = (props: StatusIndicatorProps) => (
  <span className="whole-words">
    <StatusIndicator {...props} />
  </span>
);
