type Columns = { required: readonly string[]; optional: readonly string[] };
type Names = { names: readonly string[] };
/** Headings that are no columns of ours: one of them may be misspelled. */
type Others = { others: readonly string[] };

const right = ({ required, optional }: Columns): string =>
  `the header row has to be ${required.join(',')} and may go on with ${optional.join(',')}`;
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const instead = (others: readonly string[]): string =>
  others.length > 0 ? `, and names ${quoted(others)}, which is not a column` : '';

export const fileProblems = {
  'empty-file': (columns: Columns) => `The file is empty: ${right(columns)}`,
  'no-header': ({ most }: { most: number }) =>
    `The file has no header row: its first line has over ${most} characters`,
  'unknown-delimiter': ({ found }: { found: string }) =>
    `The file has "${found}" between its columns: save it with a comma, a semicolon or a tab there`,
  'missing-columns': ({ names, others, ...columns }: Columns & Names & Others) =>
    `The header row lacks ${quoted(names)}${instead(others)}: ${right(columns)}`,
  'repeated-columns': ({ names, ...columns }: Columns & Names) =>
    `The header row names ${quoted(names)} more than once: ${right(columns)}`,
  'not-utf8': ({ line }: { line: number }) =>
    `Line ${line} is not UTF-8: save the file as "CSV UTF-8", or names with accents would be lost`,
  'too-many-rows': ({ rows, most, command }: { rows: number; most: number; command: string }) =>
    `The file has ${rows} rows; one call takes at most ${most}: cut it, or use ${command}`,
  'too-many-bytes': ({ bytes, most, command }: { bytes: number; most: number; command: string }) =>
    `The file has ${bytes} bytes; one call takes at most ${most}: cut it, or use ${command}`,
  'unclosed-quote': () => 'has a quotation mark that is not closed',
  'unknown-column': () => 'is not a column that is known here: it is ignored',
  'line-too-long': ({ most }: { most: number }) =>
    `has more than ${most} characters: a line of the file is one row`,
  'field-count': ({ fields, named }: { fields: number; named: number }) =>
    `has ${fields} fields, but the header row names ${named}`,
  'excel-number': () =>
    'was shortened by Excel, which lost its digits: format the column as text and enter it again',
} as const;
