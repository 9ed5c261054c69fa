import type { StatusIndicatorProps } from '@cloudscape-design/components';
import type { TextAgain } from '#domain/sending/texting/text-again';

/** What happened: in a word, in a sentence, and further notes. */
export type Told = Readonly<{
  looks: StatusIndicatorProps.Type;
  head: string;
  sentence: string;
  notes: readonly string[];
  /** The words that left. */
  text?: TextAgain | null;
  /** The version of the plan behind it. */
  planVersion?: number;
}>;
