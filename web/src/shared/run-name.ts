import type { Zone } from '#domain/calendar/provinces';
import { zoneNames } from './format.ts';

/** The local day in a run's id, such as `run_WIB_2026-11-11_0900_before_2026-11`; undefined where there is none. */
export const dayOfRun = (runId: string): string | undefined =>
  /^run_[A-Z]+_(\d{4}-\d{2}-\d{2})_/.exec(runId)?.[1];

/** The zone in whose morning it ran. */
export function zoneOfRun(runId: string): Zone | undefined {
  const name = /^run_([A-Z]+)_/.exec(runId)?.[1];
  return (Object.keys(zoneNames) as Zone[]).find((zone) => zoneNames[zone] === name);
}
