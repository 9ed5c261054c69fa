import { cleanText } from '#domain/clean-text';

/** What the cell says, '' where it says that there is nothing: the one door for every cell. */
export function cellText(cell: string): string {
  const text = cleanText(cell);
  const formula = /^="(.*)"$/.exec(text)?.[1];
  const said = formula?.replaceAll('""', '"') ?? text.replace(/^'/, '');
  return meansNone.test(said) ? '' : said.trim();
}

/** `="0870…"` and `'0870…` are how spreadsheets keep a number from being shortened. */
const meansNone = /^\s*(?:-+|tidak ada)\s*$/i;
