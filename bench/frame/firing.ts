import type { Used } from './meter.ts';
import type { MeteredStage } from './metered-stage.ts';

/**
 * From a second before it until nothing remains to be done: whoever waits for the first fifty texts
 * comes again after five seconds, and the first receipt half a minute later.
 */
export async function firing(stage: MeteredStage, date: string): Promise<Used> {
  await stage.moveTo(`${date}T08:59:59+07:00`);
  return stage.costOf(
    () => stage.moveTo(`${date}T09:00:29+07:00`),
    (kind) => kind !== 'TALLY',
  );
}
