import type { Aged } from '#domain/renewals/ageing';
import { factRows } from '../../shared/csv/saved-csv.ts';
import { membersTexts } from './texts.ts';

const { buckets, bucket, workers, amount } = membersTexts.id.ageing;
const heads = { bucket, workers, amount: `${amount} (Rp)` };

export const ageingRows = (ageing: readonly Aged[]) =>
  factRows(
    heads,
    ageing.map((aged) => ({ ...aged, bucket: buckets[aged.bucket] })),
  );
