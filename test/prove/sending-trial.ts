import { type Trial, trialTexts } from '#domain/sending/trial';
import type { Event } from './sending-log.ts';

/** Before the judgement no more texts leave than there are tickets, and none after a bad one. */
export function beyondTrial(
  log: readonly Event[],
  { taken = 0 }: Partial<Trial> = {},
): readonly string[] {
  const onTrial = log.filter(({ what, trial }) => what === 'text' && trial !== 'passed');
  const left = taken + onTrial.length;
  return left > trialTexts ? [`${left} texts left on trial`] : [];
}
