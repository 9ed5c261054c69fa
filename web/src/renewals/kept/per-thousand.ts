import { useFormats } from '../../shared/words/format.ts';

/** Months per worker, with their interval. */
export type Kept = Readonly<Record<'perWorker' | 'low' | 'high', number | null>>;

/** 0.24 months a worker are `+240` of a thousand workers: people believe whole months. */
export function usePerThousand(): (perWorker: number) => string {
  const { number } = useFormats();
  return (perWorker) => {
    const months = Math.round(1_000 * perWorker);
    return `${months > 0 ? '+' : months < 0 ? '−' : ''}${number(Math.abs(months))}`;
  };
}
