import pMap from 'p-map';
import { type Rejection, refuseMoreThanACall } from '#domain/csv/table';
import type { Settings } from '#domain/settings';
import { type Conflict, summed } from '#flows/people/import-lines';
import { type ImportPorts, importPerson, knownOf } from '#flows/people/import-person';
import { type Roster, readRoster } from '#flows/people/read-roster';
import { currentRules } from '#flows/plan/current-plan';

export type Imported = Readonly<{
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: readonly Rejection[];
  conflicts: readonly Conflict[];
}>;

/** A bad line stops no other; the same piece again changes nothing. */
export async function importWorkers(
  roster: Roster,
  ports: ImportPorts,
  settings: Settings,
): Promise<Imported> {
  const { rows, rejected } = readRoster(roster, ports.clock.now());
  refuseMoreThanACall(rows.length + rejected.length, 'npm run import');
  const people = Map.groupBy(rows, ({ nik }) => ports.identity.workerIdOf(nik));
  const known = await knownOf([...people.keys()], ports);
  const taking = { roster, draw: await currentRules(ports.plans, settings) };
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
  };
}
