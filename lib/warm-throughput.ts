import type { table } from '#table';

/** What a stage is made for, a second. */
type Rates = Readonly<{ textParts: number; payments: number }>;
type Throughput = Readonly<{ readUnitsPerSecond: number; writeUnitsPerSecond: number }>;

/**
 * What a table or index on demand takes from its first second on without being asked (developer
 * guide, "Understanding DynamoDB warm throughput"). Less than that is refused.
 */
const onDemand: Throughput = { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 4_000 };

/**
 * Units of one text (claim 4 and record 1; 3 delivery receipts in the worst second, since they come
 * in bursts of three times the rate; counting 1) and of one payment (payment, worker, timeline,
 * cycle, list of the day and what the worker is told, 2 each; counting 1). Read are worker and
 * reminder before a text, 1 each, and 1.5 for each receipt; for a payment its reference, the
 * worker, what they paid before and the plan of up to 8 KB.
 */
const ofText = { write: 9, read: 2 + 3 * 1.5 };
const ofPayment = { write: 13, read: 5 };

/**
 * A payment takes its worker out of one partition, into another, and puts the ended cycle there.
 */
const dueOfPayment = 3;

/** Only where it is more than the default: without it DynamoDB begins there, and grows by use. */
export function warmThroughput({
  textParts,
  payments,
}: Rates): Readonly<Partial<Record<'table' | keyof typeof table.indexes, Throughput>>> {
  const ofTable = above({
    readUnitsPerSecond: textParts * ofText.read + payments * ofPayment.read,
    writeUnitsPerSecond: textParts * ofText.write + payments * ofPayment.write,
  });
  // The other indexes are written by few payments: a credit that may buy, a new number or
  // name. A roster of new people writes them as fast as the table begins.
  const ofDue = above({ readUnitsPerSecond: 0, writeUnitsPerSecond: payments * dueOfPayment });
  return { ...(ofTable ? { table: ofTable } : {}), ...(ofDue ? { due: ofDue } : {}) };
}

function above(needed: Throughput): Throughput | null {
  const atLeast = (kind: keyof Throughput) => Math.max(onDemand[kind], Math.ceil(needed[kind]));
  const readUnitsPerSecond = atLeast('readUnitsPerSecond');
  const writeUnitsPerSecond = atLeast('writeUnitsPerSecond');
  const isMore =
    readUnitsPerSecond > onDemand.readUnitsPerSecond ||
    writeUnitsPerSecond > onDemand.writeUnitsPerSecond;
  return isMore ? { readUnitsPerSecond, writeUnitsPerSecond } : null;
}
