import { type Cell, csvText } from '#domain/csv/text';

export const csvBlob = (rows: readonly (readonly Cell[])[]): Blob =>
  new Blob([csvText(rows)], { type: 'text/csv' });
