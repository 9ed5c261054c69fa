type Columns = { required: readonly string[]; optional: readonly string[] };
type Names = { names: readonly string[] };

const right = ({ required, optional }: Columns): string =>
  `the header row has to be ${required.join(',')} and may go on with ${optional.join(',')}`;
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

export const fileProblems = {
  'empty-file': (columns: Columns) => `The file is empty: ${right(columns)}`,
  'unknown-columns': ({ names, ...columns }: Columns & Names) =>
    `The header row names ${quoted(names)}, which is not a column: ${right(columns)}`,
  'missing-columns': ({ names, ...columns }: Columns & Names) =>
    `The header row lacks ${quoted(names)}: ${right(columns)}`,
  'repeated-columns': ({ names, ...columns }: Columns & Names) =>
    `The header row names ${quoted(names)} more than once: ${right(columns)}`,
  'not-utf8': ({ line }: { line: number }) =>
    `Line ${line} is not UTF-8: save the file as "CSV UTF-8", or names with accents would be lost`,
  'too-many-rows': ({ rows, most, command }: { rows: number; most: number; command: string }) =>
    `The file has ${rows} rows; one call takes at most ${most}: cut it, or use ${command}`,
  'too-many-bytes': ({ bytes, most, command }: { bytes: number; most: number; command: string }) =>
    `The file has ${bytes} bytes; one call takes at most ${most}: cut it, or use ${command}`,
  'unclosed-quote': () => 'has a quotation mark that is not closed',
  'field-count': ({ fields, named }: { fields: number; named: number }) =>
    `has ${fields} fields, but the header row names ${named}`,
  'excel-number': () =>
    'was shortened by Excel, which lost its digits: format the column as text and enter it again',
} as const;
