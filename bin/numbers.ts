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

type Months = Readonly<Record<'perWorker' | 'low' | 'high', number | null>>;

/** `+0,103, 95 % interval 0,021 to 0,185`, in months. */
export const months = (kept: Months | undefined): string => {
  const { perWorker = null, low = null, high = null } = kept ?? {};
  return perWorker === null || low === null || high === null
    ? unknown
    : `${perWorker > 0 ? '+' : ''}${thousandths(perWorker)}, 95 % interval ${thousandths(low)} ` +
        `to ${thousandths(high)}`;
};

/** `0,103`, or `-0,021`. */
export const thousandths = (number: number | null): string =>
  number === null
    ? unknown
    : number.toLocaleString('id-ID', {
        minimumFractionDigits: 3,
        maximumFractionDigits: 3,
        signDisplay: 'negative',
      });
