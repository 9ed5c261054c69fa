/** The fields of a row; null where a quotation mark is not closed. */
export function csvFields(line: string, delimiter: Delimiter): readonly string[] | null {
  if (!line.includes('"')) return line.split(delimiter).map((text) => text.trim());
  const fields: string[] = [];
  for (const [, quoted, plain] of line.matchAll(patterns[delimiter])) {
    if (quoted === undefined && plain?.startsWith('"')) return null;
    fields.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"').trim());
  }
  return fields;
}

export function csvRecords(text: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = csvLines(text)
    .filter((line) => line !== '')
    .map((line) => csvFields(line, ',') ?? []);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

export const csvLines = (text: string): readonly string[] =>
  text.replace(/^\uFEFF+/, '').split(/\r\n|\n|\r/);

/** In characters. No row of ours comes near it, so a longer one is not read. */
export const longestLine = 10_000;

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** A field up to the next delimiter, quoted (`""` is one mark) or plain. Linear for any line. */
const patterns = {
  ',': /(?<=^|,) *(?:=?"([^"]*(?:""[^"]*)*)" *(?=,|$)|([^,]*))/g,
  ';': /(?<=^|;) *(?:=?"([^"]*(?:""[^"]*)*)" *(?=;|$)|([^;]*))/g,
  '\t': /(?<=^|\t) *(?:=?"([^"]*(?:""[^"]*)*)" *(?=\t|$)|([^\t]*))/g,
} as const satisfies Record<Delimiter, RegExp>;
