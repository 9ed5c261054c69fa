/**
 * The fields of one line, or null where its quotation marks do not match. A row is a line here, although CSV lets a quoted field go on over several:
 * no column of ours does, and so one forgotten quotation mark costs its own line and not all that follow.
 */
export function csvFields(line: string, delimiter: Delimiter): readonly string[] | null {
  if (!line.includes('"')) return line.split(delimiter).map((text) => text.trim());
  const fields: string[] = [];
  for (const [, quoted, plain] of line.matchAll(patterns[delimiter])) {
    if (quoted === undefined && plain?.startsWith('"')) return null;
    fields.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"').trim());
  }
  return fields;
}

/** The lines of a table of ours, by the names in its header row. */
export function csvRecords(text: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => csvFields(line, ',') ?? []);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

export type Delimiter = ',' | ';';

/** Excel in Indonesian writes semicolons, as the comma is its decimal sign. */
export const delimiterOf = (header: string): Delimiter =>
  header.split(';').length > header.split(',').length ? ';' : ',';

/** A field up to the next delimiter: in quotation marks (doubled ones stand for one) or as it is. Linear, whatever the line. */
const patterns = {
  ',': /(?<=^|,) *(?:"([^"]*(?:""[^"]*)*)" *(?=,|$)|([^,]*))/g,
  ';': /(?<=^|;) *(?:"([^"]*(?:""[^"]*)*)" *(?=;|$)|([^;]*))/g,
} as const satisfies Record<Delimiter, RegExp>;
