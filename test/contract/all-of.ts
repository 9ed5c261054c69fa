import type { ExportedRows } from '#flows/renewals/recount-store';

export async function allOf(pages: AsyncIterable<ExportedRows>): Promise<ExportedRows> {
  const all: ExportedRows[] = [];
  for await (const page of pages) all.push(page);
  return { rows: all.flatMap(({ rows }) => rows), found: all.flatMap(({ found }) => found) };
}
