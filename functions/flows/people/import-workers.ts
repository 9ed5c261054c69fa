import pMap from 'p-map';
import { addMonths, monthOf } from '#domain/calendar/dates';
import { type Rejection, refuseMoreThanACall } from '#domain/csv/table';
import type { Draw } from '#domain/people/cycle';
import { nikLast4 } from '#domain/people/nik';
import { endsInFuture, type Reconciled, reconcile, sameFacts } from '#domain/people/roster';
import { parseRoster, type RosterRow } from '#domain/people/roster-csv';
import type { Worker } from '#domain/people/worker';
import { problem } from '#domain/problem';
import type { Settings } from '#domain/settings';
import { type ApplyPorts, applyWaitingPayments } from '#flows/payments/apply-waiting-payments';
import { type Conflict, conflict, type Line, summed } from '#flows/people/import-lines';
import type { Identity, WorkerStore } from '#flows/people/worker-store';
import { currentRules } from '#flows/plan/current-plan';
import { retryOnConflict } from '#flows/retry-on-conflict';

export type ImportPorts = ApplyPorts &
  Readonly<{
    workers: Pick<WorkerStore, 'get' | 'erased' | 'create' | 'replace'>;
    identity: Identity;
  }>;

export type Roster = Readonly<{
  text: string;
  firstLine: number | undefined;
  dryRun: boolean;
  by: string;
  byName?: string;
}>;

export type Imported = Readonly<{
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: readonly Rejection[];
  conflicts: readonly Conflict[];
}>;

const mostMonthsAhead = 12;

/**
 * Imports a piece of a roster: a bad line is rejected with its reason and stops no other; the same
 * piece again changes nothing.
 */
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

/**
 * Rejects dates that only today shows to be slips: they would silence a worker for years, and no
 * later roster could correct them.
 */
function readRoster(
  { text, firstLine }: Roster,
  now: string,
): Readonly<{ rows: readonly RosterRow[]; rejected: readonly Rejection[] }> {
  const { rows, rejected } = parseRoster(text, firstLine);
  const judged = rows.map((row) => ({ row, rejection: untimely(row, now) }));
  const late = judged.flatMap(({ rejection }) => rejection ?? []);
  return {
    rows: judged.flatMap(({ row, rejection }) => (rejection ? [] : [row])),
    rejected: [...rejected, ...late].sort((a, b) => a.line - b.line),
  };
}

function untimely({ line, facts }: RosterRow, now: string): Rejection | null {
  const { coveredThrough, ended } = facts;
  if (coveredThrough > addMonths(monthOf(now), mostMonthsAhead)) {
    const ahead = problem('months-ahead', { most: mostMonthsAhead });
    return { line, field: 'covered_through', value: coveredThrough, ...ahead };
  }
  const future = endsInFuture(facts, now);
  return ended && future ? { line, field: 'ended_on', value: ended.on, ...future } : null;
}

type RosterLine = Line<'created' | 'updated' | 'unchanged'>;

type Known = Readonly<{ stored?: Worker | undefined; erased?: boolean }>;

async function knownOf(
  workerIds: readonly string[],
  { workers }: ImportPorts,
): Promise<ReadonlyMap<string, Known>> {
  const [stored, erased] = await Promise.all([workers.get(workerIds), workers.erased(workerIds)]);
  return new Map(workerIds.map((id) => [id, { stored: stored.get(id), erased: erased.has(id) }]));
}

type Person = Known & Readonly<{ workerId: string; rows: readonly RosterRow[] }>;

/**
 * A person's first line counts. With a second one that differs, each import would change them
 * again.
 */
async function importPerson(
  person: Person,
  taking: Taking,
  ports: ImportPorts,
  settings: Settings,
): Promise<readonly RosterLine[]> {
  const [first, ...others] = person.rows;
  if (!first) return [];
  const { outcome, after } = await importRow(first, person, taking, ports);
  // Created now, or by an import that broke off before it applied the waiting payments.
  if (after?.rev === 0 && !taking.roster.dryRun) await applyWaitingPayments(after, ports, settings);
  const repeated = conflict(problem('person-repeated', { line: first.line }));
  const repeats = others.map(({ line, facts }) =>
    sameFacts(facts, first.facts) ? { line, status: 'unchanged' as const } : { line, ...repeated },
  );
  const { line } = first;
  return [
    outcome.status === 'conflict' ? { line, ...outcome } : { line, status: outcome.status },
    ...repeats,
  ];
}

type Taking = Readonly<{ roster: Roster; draw: Draw }>;
type RowDone = Readonly<{ outcome: Reconciled; after: Worker | undefined }>;

function importRow(
  row: RosterRow,
  known: Known & { workerId: string },
  { roster, draw }: Taking,
  ports: ImportPorts,
): Promise<RowDone> {
  let { stored, erased = false } = known;
  const { workerId } = known;
  return retryOnConflict<RowDone>(
    async () => {
      const at = ports.clock.now();
      const outcome = reconcile(
        row.facts,
        { workerId, nikLast4: nikLast4(row.nik), stored, erased },
        { at, draw },
      );
      if (outcome.status === 'conflict' || outcome.status === 'unchanged')
        return { outcome, after: stored };
      if (roster.dryRun) return { outcome, after: outcome.worker };
      const after = await written(
        outcome,
        { line: row.line, at, by: roster.by, byName: roster.byName },
        ports,
      );
      if (after) return { outcome, after };
      // Somebody else wrote the worker meanwhile, perhaps a payment.
      const now = (await knownOf([workerId], ports)).get(workerId);
      stored = now?.stored;
      erased = now?.erased ?? false;
      return undefined;
    },
    () => ({ outcome: conflict(problem('line-busy')), after: stored }),
  );
}

type Signed = Readonly<{ line: number; at: string; by: string; byName: string | undefined }>;

/** The worker as stored now; null where somebody else was first. */
async function written(
  { status, worker, fields, closed }: Extract<Reconciled, { worker: Worker }>,
  { line, at, by, byName }: Signed,
  { workers }: ImportPorts,
): Promise<Worker | null> {
  if (status === 'created') return (await workers.create(worker)) ? worker : null;
  const what = fields.includes('coveredThrough') ? 'covered-by-roster' : 'imported';
  const change = {
    workerId: worker.workerId,
    id: `line-${line}`,
    at,
    by,
    byName,
    what,
    fields,
    reason: null,
  } as const;
  return (await workers.replace(worker, change, closed))
    ? { ...worker, rev: worker.rev + 1 }
    : null;
}
