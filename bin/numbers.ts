/** Numbers as Indonesians write them; a dash where a number is not known. */
const unknown = '-';

export const count = (number: number): string => Math.round(number).toLocaleString('id-ID');

/** `Rp16.800`, `-Rp3.468.000`. */
export const rupiah = (amount: number | null): string =>
  amount === null ? unknown : `${amount < 0 ? '-' : ''}Rp${count(Math.abs(amount))}`;

/** `61,0 %` of a fraction. */
export const percent = (fraction: number | null): string =>
  fraction === null ? unknown : `${decimal(100 * fraction)} %`;

/** `+10,0`, in percentage points. */
export const points = (difference: number | null): string =>
  difference === null ? unknown : `${difference > 0 ? '+' : ''}${decimal(difference)}`;

/** `0,3 to 20,2`. */
export const interval = ({
  low,
  high,
}: Readonly<{ low: number | null; high: number | null }>): string =>
  low === null || high === null ? unknown : `${decimal(low)} to ${decimal(high)}`;

const decimal = (number: number): string =>
  number.toLocaleString('id-ID', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'negative',
  });
