import { S3Refusal } from '#local/s3/refusal';

export type Range = Readonly<{ first: number; last: number }>;

/**
 * `bytes=0-99`, `bytes=100-`, `bytes=-100`. Null for the whole, as where there is no such header.
 */
export function rangeIn(header: string | undefined, size: number): Range | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < first) return null;
  if (first >= size || last < first)
    throw new S3Refusal(416, 'InvalidRange', 'The requested range is not satisfiable');
  return { first, last };
}
