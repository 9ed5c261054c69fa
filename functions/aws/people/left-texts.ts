import type { Database, Write } from '#aws/database';
import { allRows } from '#aws/reading';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { keys } from '#table';

/** Texts about a left cycle leave its cohort, but for one that is claimed just after this read. */
export async function leftTexts(
  database: Database,
  closed: readonly ClosedCycle[],
): Promise<readonly Write[]> {
  const left = closed.filter(({ end, voided }) => end.by === 'left' && !voided);
  // One transaction may not touch a row twice.
  const months = new Map(left.map((cycle) => [cycle.month, cycle]));
  return (await Promise.all([...months.values()].map((each) => marksOf(database, each)))).flat();
}

async function marksOf(
  database: Database,
  { workerId, month, end }: ClosedCycle,
): Promise<readonly Write[]> {
  const { pk, sk } = keys.reminder({ workerId, month, step: '' });
  const rows = await allRows(database, {
    where: '#pk = :pk AND begins_with(#sk, :about)',
    values: { ':pk': pk, ':about': sk },
  });
  return rows.map((row) => ({
    update: { pk, sk: String(row.sk) },
    to: 'SET #leftOn = if_not_exists(#leftOn, :on)',
    if: 'attribute_exists(#pk)',
    values: { ':on': end.on },
  }));
}
