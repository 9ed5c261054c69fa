import pMap from 'p-map';
import { type Rejection, refuseMoreThanACall, type Warning } from '#domain/csv/table';
import type { RosterRow } from '#domain/people/roster/roster-csv';
import type { Settings } from '#domain/settings';
import { type Conflict, summed, warningsOf } from '#flows/people/import-lines';
import { type ImportPorts, importPerson, knownOf } from '#flows/people/import-person';
import { type Roster, readRoster, withoutMonthsAhead } from '#flows/people/read-roster';
import { currentRules } from '#flows/plan/current-plan';

export type Imported = Readonly<{
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: readonly Rejection[];
  conflicts: readonly Conflict[];
  warnings: readonly Warning[];
}>;

/** A bad line stops no other; the same piece again changes nothing. */
export async function importWorkers(
  roster: Roster,
  ports: ImportPorts,
  settings: Settings,
): Promise<Imported> {
  const now = ports.clock.now();
  const read = readRoster(roster, now);
  refuseMoreThanACall(read.rows.length + read.rejected.length, 'npm run import');
  const idOf = ({ nik }: RosterRow) => ports.identity.workerIdOf(nik);
  const known = await knownOf([...new Set(read.rows.map(idOf))], ports);
  const paidThrough = (row: RosterRow) => known.get(idOf(row))?.stored?.coveredThrough;
  const { rows, rejected, warnings } = withoutMonthsAhead(read, paidThrough, now);
  const people = Map.groupBy(rows, idOf);
  const taking = { roster, rules: await currentRules(ports.plans, settings) };
  const imported = await pMap(
    people,
    ([workerId, own]) =>
      importPerson({ workerId, rows: own, ...known.get(workerId) }, taking, ports, settings),
    { concurrency: 20 },
  );
  const { accepted, count, conflicts } = summed(imported.flat());
  return {
    accepted,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected,
    conflicts,
    warnings: warningsOf(warnings, rejected, conflicts),
  };
}
