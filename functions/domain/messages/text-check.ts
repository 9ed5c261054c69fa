import { addMonths, type Month } from '#domain/calendar/dates';
import { formatDay, formatMonths, formatRupiah } from '#domain/messages/formats';
import { refusedInTemplate } from '#domain/messages/never-sent';
import { fill, refusedWith, unknownPlaceholders, type Values } from '#domain/messages/placeholders';
import { smsName } from '#domain/messages/sms-name';
import { smsParts } from '#domain/messages/sms-parts';
import { fullContribution } from '#domain/people/tariff';
import { incomeTiers } from '#domain/people/tariff-tables';
import { type Language, languages } from '#domain/people/worker';
import type { Step } from '#domain/plan/plan';
import { type Problem, problem } from '#domain/problem';

type Limits = Readonly<{ maxParts: number | undefined; lapseMonths: number }>;

export const textFaults = (
  texts: Step['texts'],
  limits: Limits,
): readonly (readonly [Language, Problem])[] =>
  languages.flatMap((language) =>
    faultsOf(texts[language], language, limits).map((fault) => [language, fault] as const),
  );

function faultsOf(
  text: string | undefined,
  language: Language,
  { maxParts, lapseMonths }: Limits,
): readonly Problem[] {
  if (!text?.trim() && language === 'id') return [problem('text-missing')];
  if (text === undefined) return [];
  if (text.trim() === '') return [problem('text-blank')];
  const unknown = unknownPlaceholders(text);
  const written = refusedInTemplate(text);
  if (unknown.length > 0 || maxParts === undefined) return [...unknown, ...written];
  const values = longestValues(language, lapseMonths);
  const filled = refusedWith(text, values);
  const refused = filled && written.length === 0 ? [filled] : written;
  const longest = fill(text, values);
  const parts = smsParts(longest);
  if (parts <= maxParts) return refused;
  const tooLong = { parts, characters: longest.length, longest, most: maxParts };
  return [...refused, problem('text-too-long', tooLong)];
}

export const atItsLongest = (text: string, language: Language, lapseMonths: number): string =>
  fill(text, longestValues(language, lapseMonths));

/** 20 characters; the months to lapse and the current one at 33 tiers' highest price with JHT. */
export function longestValues(language: Language, lapseMonths: number): Values {
  const months = lapseMonths + 1;
  const { full, jht } = fullContribution({
    income: incomeTiers.at(-1)?.incomeFrom ?? 0,
    jht: true,
    sector: 'other',
    governmentPaid: false,
  });
  const over = (labelOf: (first: Month) => string): string => longestOf(aYear.map(labelOf));
  return {
    name: smsName('Siti Nurhalimah Tari', language),
    months: over((first) => formatMonths(spanFrom(first, months), language)),
    amount: formatRupiah(months * (full + jht)),
    // Due dates have two digits: the 15th or a day after it. Membership lapses on the first.
    dueDate: over((month) => formatDay(`${month}-16`, language)),
    lapseDate: over((month) => formatDay(`${month}-01`, language)),
  };
}

const spanFrom = (first: Month, months: number): readonly Month[] =>
  Array.from({ length: months }, (_, index) => addMonths(first, index));

const aYear = spanFrom('2027-01', 12);

const longestOf = (labels: readonly string[]): string =>
  labels.reduce((longest, label) => (label.length > longest.length ? label : longest), '');
