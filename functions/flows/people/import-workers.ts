import pMap from 'p-map';
import { type Rejection, refuseMoreThanACall, type Warning } from '#domain/csv/table';
import type { RosterRow } from '#domain/people/roster/roster-csv';
import type { Worker } from '#domain/people/worker';
import type { Settings } from '#domain/settings';
import { applyWaitingPayments } from '#flows/payments/apply-waiting-payments';
import { createTogether } from '#flows/people/create-together';
import { type Conflict, summed, warningsOf } from '#flows/people/import-lines';
import { type ImportPorts, importPerson, knownOf, type Person } from '#flows/people/import-person';
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
  const people = [...Map.groupBy(rows, idOf)].map(
    ([workerId, own]): Person => ({ workerId, rows: own, ...known.get(workerId) }),
  );
  const taking = { roster, rules: await currentRules(ports.plans, settings) };
  const created = await createTogether(people, taking, ports);
  const imported = await pMap(
    people,
    (person) => importPerson({ ...person, created: created.get(person.workerId) }, taking, ports),
    atOnce,
  );
  if (!roster.dryRun)
    await applyWaiting(
      imported.flatMap(({ isNew }) => isNew ?? []),
      ports,
      settings,
    );
  const { accepted, count, conflicts } = summed(imported.flatMap(({ lines }) => lines));
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

const atOnce = { concurrency: 20 } as const;

/** Asked once they are stored: from then on no payment is recorded as one that waits. */
async function applyWaiting(
  created: readonly Worker[],
  ports: ImportPorts,
  settings: Settings,
): Promise<void> {
  const waiting = await ports.payments.waitingFor(created.map(({ workerId }) => workerId));
  await pMap(
    created.filter(({ workerId }) => waiting.has(workerId)),
    (worker) => applyWaitingPayments(worker, ports, settings),
    atOnce,
  );
}
