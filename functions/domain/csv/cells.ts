import type { Reading } from '#domain/csv/table';

/** Cells that rosters and payments have alike. */

/** Whole rupiah: `1000000`, `1.000.000`, `1,000,000`, `Rp 1.000.000,-`. NaN where it is none. */
export function rupiahIn(text: string): number {
  const amount =
    /^(?:rp\.? ?)?(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,](?:00?|-))?$/i.exec(text)?.[1];
  return Number(amount?.replace(/[.,]/g, ''));
}

export function orNothing<T>(
  read: (text: string) => Reading<T>,
): (text: string) => Reading<T | null> {
  return (text) => (text === '' ? { value: null } : read(text));
}
