import { isDeepStrictEqual } from 'node:util';
import { isTombstone } from '#aws/people/worker-rows';
import type { Row } from '#aws/reading';

/** The rows of one worker's partition, in the restored copy and in the table that is in use. */
export type Found = Readonly<{ copy: readonly Row[]; live: readonly Row[] }>;

type Wanted = Readonly<{ replace: boolean; now: Date }>;

/**
 * What is put back: `missing` where nothing stands, `worker` over the row with the `rev` that was
 * seen (null: over nothing). `notes`: what a person has to know about what is not put back.
 */
export type Restoration = Readonly<{
  missing: readonly Row[];
  worker: Readonly<{ row: Row; seenRev: number | null }> | null;
  notes: readonly string[];
}>;

/**
 * Older rows must not win where newer ones are true: a row that is there stays as it is. Only the
 * worker's own row may be replaced, and not where a payment or a cycle is newer than the copy:
 * their coverage follows from those.
 */
export function restorationOf({ copy, live }: Found, wanted: Wanted): Restoration {
  if ([...copy, ...live].some(isTombstone))
    return nothing('They asked to be forgotten, and were erased: nothing is put back.');
  const copied = copy.find(isWorker);
  if (!copied) return nothing('The copy has no such worker.');
  const present = new Set(live.map(({ sk }) => sk));
  const missing = copy.filter(
    (row) => !isWorker(row) && !present.has(row.sk) && !hasExpired(row, wanted.now),
  );
  return { missing, ...workerRow(copied, { copy, live }, wanted) };
}

function workerRow(
  copied: Row,
  { copy, live }: Found,
  { replace }: Wanted,
): Pick<Restoration, 'worker' | 'notes'> {
  const current = live.find(isWorker);
  if (!current) return { worker: { row: copied, seenRev: null }, notes: [] };
  if (isDeepStrictEqual(current, copied)) return { worker: null, notes: [] };
  if (!replace)
    return {
      worker: null,
      notes: ['Their own row differs from the copy and stays; --replace puts the copy’s in place.'],
    };
  const newer = newerIn(live, copy);
  if (newer.length > 0) return { worker: null, notes: newer.map(standsInTheWay) };
  const seenRev = Number(current.rev);
  return { worker: { row: { ...copied, rev: seenRev + 1 }, seenRev }, notes: [] };
}

/** Payments and ended cycles which the copy does not have, or has with other content. */
const newerIn = (live: readonly Row[], copy: readonly Row[]): readonly Row[] =>
  live.filter(
    (row) =>
      /^(PAY|CYC)#/.test(String(row.sk)) &&
      !isDeepStrictEqual(
        row,
        copy.find(({ sk }) => sk === row.sk),
      ),
  );

const standsInTheWay = ({ sk }: Row): string =>
  `${sk} is newer than the copy: their own row stays. Correct it by a roster or in the console.`;

const isWorker = ({ sk }: Row): boolean => sk === 'WRK';

/** What would have expired by now must not come back, if only for a day. */
const hasExpired = ({ expiresAt }: Row, now: Date): boolean =>
  typeof expiresAt === 'number' && expiresAt * 1_000 <= now.getTime();

const nothing = (note: string): Restoration => ({ missing: [], worker: null, notes: [note] });
