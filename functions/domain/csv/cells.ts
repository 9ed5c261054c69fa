import type { Reading } from '#domain/csv/column';

/** Whole rupiah: `1000000`, `1.000.000`, `1,000,000`, `Rp 1.000.000,-`. NaN for other texts. */
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
