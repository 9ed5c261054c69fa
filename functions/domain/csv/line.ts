/** A row is one line, although CSV allows more: a forgotten quote (null) then costs one line. */
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
  const [names = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => csvFields(line, ',') ?? []);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

export type Delimiter = ',' | ';';

/** Excel in Indonesia writes semicolons: the comma is its decimal sign. */
export const delimiterOf = (header: string): Delimiter =>
  header.split(';').length > header.split(',').length ? ';' : ',';

/** A field up to the next delimiter, quoted (`""` is one mark) or plain. Linear for any line. */
const patterns = {
  ',': /(?<=^|,) *(?:"([^"]*(?:""[^"]*)*)" *(?=,|$)|([^,]*))/g,
  ';': /(?<=^|;) *(?:"([^"]*(?:""[^"]*)*)" *(?=;|$)|([^;]*))/g,
} as const satisfies Record<Delimiter, RegExp>;
