import { useFormats } from '../../shared/words/format.ts';

/** `0,12%`: with as many decimal places as it has, up to three. */
export function usePercent(): (percent: number) => string {
  const { locale } = useFormats();
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  return (percent) => `${format.format(percent)}%`;
}
