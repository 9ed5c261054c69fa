import { lazy } from 'react';

/** Charts are a chunk of their own, so that a page can be read before they have loaded. */
export const Bars = lazy(async () => ({ default: (await import('./bars.tsx')).Bars }));
export const StackedRows = lazy(async () => ({
  default: (await import('./stacked-rows.tsx')).StackedRows,
}));
export const Lines = lazy(async () => ({ default: (await import('./lines.tsx')).Lines }));
export const StackedColumns = lazy(async () => ({
  default: (await import('./stacked-columns.tsx')).StackedColumns,
}));
