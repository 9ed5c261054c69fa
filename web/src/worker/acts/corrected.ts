import type { WorkerFacts } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import type { Formats } from '../../shared/words/format.ts';

export type Typed = 'name' | 'phone' | 'income' | 'group';

/** As typed; the API refuses what is not a number. */
export type Written = Readonly<
  Omit<WorkerFacts, Typed | 'coveredThrough' | 'memberSince' | 'ended'> & Record<Typed, string>
>;

/** Only the changed fields, so that others' changes meanwhile stay. */
export type Corrected = Partial<Written>;

export const draftOf = ({ workerId }: Pick<WorkerView, 'workerId'>): string => `worker.${workerId}`;

export const written = (
  { name, phone, province, sector, income, jht, language, governmentPaid, group }: WorkerView,
  { phone: said, number }: Pick<Formats, 'phone' | 'number'>,
): Written => ({
  name,
  phone: phone ? said(phone) : '',
  province,
  sector,
  income: number(income),
  jht,
  language,
  governmentPaid,
  group: group ?? '',
});

export const different = (changed: Corrected, now: Written): Corrected =>
  Object.fromEntries(
    Object.entries(changed).filter(([field, value]) => now[field as keyof Written] !== value),
  );

/** With what was shown in those fields: the API refuses to write over what others wrote since. */
export const asCorrected = (changed: Corrected, now: Written) => ({
  ...asSent(changed),
  was: asSent(
    Object.fromEntries(Object.keys(changed).map((field) => [field, now[field as keyof Written]])),
  ),
});

const asSent = ({ phone, income, group, ...others }: Corrected) => ({
  ...others,
  ...(phone === undefined ? {} : { phone: phone.trim() || null }),
  ...(income === undefined ? {} : { income: rupiahOf(income) }),
  ...(group === undefined ? {} : { group: group.trim() || null }),
});

/**
 * Reads `1.000.000` and `1,000,000`; null where it is not a whole number, which the API refuses by
 * the field's name.
 */
export const rupiahOf = (text: string): number | null =>
  /^-?(\d+|\d{1,3}([\s.,]\d{3})+)$/.test(text.trim()) ? Number(text.replace(/[\s.,]/g, '')) : null;
