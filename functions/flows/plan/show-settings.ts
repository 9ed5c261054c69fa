import { holidays } from '#domain/calendar/holiday-table';
import { provinces } from '#domain/calendar/provinces';
import type { Values } from '#domain/messages/placeholders';
import { longestValues } from '#domain/messages/text-check';
import { type Language, languages } from '#domain/people/worker';
import type { Settings } from '#domain/settings';

/** `longestFacts`: with which a text is longest, to count it while it is written. */
export type SettingsView = Settings &
  Readonly<{
    holidays: typeof holidays;
    provinces: readonly string[];
    longestFacts: Readonly<Record<Language, Values>>;
  }>;

export const showSettings = (settings: Settings): SettingsView => ({
  ...settings,
  holidays,
  provinces,
  longestFacts: Object.fromEntries(
    languages.map((language) => [language, longestValues(language, settings.lapseMonths)]),
  ) as SettingsView['longestFacts'],
});
