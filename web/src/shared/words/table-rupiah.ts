import { useIs } from '../narrow.ts';
import { useFormats } from './format.ts';

/** Several columns of Rp352.800.000.000 need more than a tablet has: it shortens billions. */
export function useTableRupiah(): (value: number | null) => string {
  const { rupiah, shortRupiah } = useFormats();
  const isShort = useIs('tooNarrowForTabs');
  return (value) => (value === null || !isShort ? rupiah(value) : shortRupiah(Math.round(value)));
}
