import { lazy } from 'react';

/** Charts are a chunk of their own: a page is read before they have come. */
export const OutcomeBars = lazy(async () => ({
  default: (await import('./outcome-bars.tsx')).OutcomeBars,
}));
export const PlainBars = lazy(async () => ({
  default: (await import('./plain-bars.tsx')).PlainBars,
}));
export const StackedRows = lazy(async () => ({
  default: (await import('./stacked-rows.tsx')).StackedRows,
}));
export const Lines = lazy(async () => ({ default: (await import('./lines.tsx')).Lines }));
