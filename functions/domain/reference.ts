import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { csvRecords } from '#domain/csv/lines/line';

/**
 * A table of `data/`. Each stands in a module of its own, so that a function reads what it uses,
 * and says its source and how sure it is: A rule text, B one reputable source, C weak.
 */
export function readTable<T extends z.ZodType>(file: string, row: T): readonly z.infer<T>[] {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
  return z.array(row).parse(csvRecords(text));
}
