import { csvFields, type Delimiter, delimiters, longestLine } from '#domain/csv/lines/line';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';

type Head = Readonly<{ delimiter: Delimiter; headings: readonly string[] }>;

/** How many lines stand above the first row: the headings, and perhaps `sep=;` above them. */
export const headLines = (firstLine: string): number => (separatorIn(firstLine) ? 2 : 1);

/** Throws `Refused` where the columns cannot be told apart. */
export function headOf(lines: readonly string[]): Head {
  const [first = '', second = ''] = lines;
  const named = separatorIn(first);
  const header = named ? second : first;
  if (header.length > longestLine)
    throw refused('invalid', problem('no-header', { most: longestLine }));
  const delimiter = named ?? commonest(header);
  if (!isDelimiter(delimiter))
    throw refused('invalid', problem('unknown-delimiter', { found: delimiter }));
  return { delimiter, headings: csvFields(header, delimiter) ?? [header] };
}

/** Excel puts it above a file that it is to open without asking; saved again it has more cells. */
const separatorIn = (line: string): string | undefined =>
  /^"?sep=(.)"?[\s,;|]*$/i.exec(line.replace(/^\uFEFF+/, ''))?.[1];

/** Excel in Indonesia writes semicolons: the comma is its decimal sign. */
const commonest = (header: string): string =>
  [...delimiters, '|'].reduce((best, each) =>
    count(header, each) > count(header, best) ? each : best,
  );

const count = (text: string, character: string): number => text.split(character).length;

const isDelimiter = (text: string): text is Delimiter =>
  (delimiters as readonly string[]).includes(text);
