import { holidays } from '#domain/reference';
import type { Settings } from '#domain/settings';

/** What is set at deployment and not by the plan; with the calendar as it was decreed or estimated, before admins have corrected it. */
export type SettingsView = Settings & Readonly<{ holidays: typeof holidays }>;

export const showSettings = (settings: Settings): SettingsView => ({ ...settings, holidays });
