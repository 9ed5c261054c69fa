import { provinces } from '#domain/calendar/provinces';
import { holidays } from '#domain/reference';
import type { Settings } from '#domain/settings';

/** What is set at deployment and not by the plan; the calendar as decreed or estimated, before admins have corrected it; and the 38 provinces. */
export type SettingsView = Settings &
  Readonly<{ holidays: typeof holidays; provinces: readonly string[] }>;

export const showSettings = (settings: Settings): SettingsView => ({
  ...settings,
  holidays,
  provinces,
});
