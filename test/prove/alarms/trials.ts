import { callTrials } from './call-trials.ts';
import { countingTrials } from './counting-trials.ts';
import { importTrials } from './import-trials.ts';
import { januaryTrials, sendingTrials } from './sending-trials.ts';
import type { Trial } from './trial.ts';
import { upkeepTrials } from './upkeep-trials.ts';

/** In the order of the clock: one stage, which begins on 9 November, walks through them. */
export const trials: readonly Trial[] = [
  ...callTrials,
  ...importTrials,
  ...upkeepTrials,
  ...sendingTrials,
  ...countingTrials,
  ...januaryTrials,
];

/** What knows silence only by the weeks before: test/prove/quiet-month.test.ts makes it ring. */
export const afterAMonth = ['Silencespaymentssilent'] as const;
