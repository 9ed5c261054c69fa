import { nikLast4 } from '#domain/people/nik';
import { type Reconciled, reconcile, sameFacts } from '#domain/people/roster/roster';
import type { RosterRow } from '#domain/people/roster/roster-csv';
import type { Change, Worker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';
import { problem } from '#domain/problem';
import type { ApplyPorts } from '#flows/payments/apply-waiting-payments';
import { conflict, type Line } from '#flows/people/import-lines';
import type { Roster } from '#flows/people/read-roster';
import type { Identity, WorkerStore } from '#flows/people/worker-store';
import { retryOnConflict } from '#flows/retry-on-conflict';

export type ImportPorts = ApplyPorts &
  Readonly<{
    workers: Pick<WorkerStore, 'known' | 'create' | 'replace'>;
    identity: Identity;
  }>;

type RosterLine = Line<'created' | 'updated' | 'unchanged'>;

/** `created`: as this import has just written them, with others. */
export type Person = Known &
  Readonly<{ workerId: string; rows: readonly RosterRow[]; created?: RowDone | undefined }>;

/** `isNew`: the worker was created now, or by an import that may have broken off after that. */
type Imported = Readonly<{ lines: readonly RosterLine[]; isNew: Worker | null }>;

/** The first line counts: with two that differ, each import would change the person again. */
export async function importPerson(
  person: Person,
  taking: Taking,
  ports: ImportPorts,
): Promise<Imported> {
  const [first, ...others] = person.rows;
  if (!first) return { lines: [], isNew: null };
  const { outcome, after } = person.created ?? (await importRow(first, person, taking, ports));
  const { line } = first;
  const lines = [
    outcome.status === 'conflict' ? { line, ...outcome } : { line, status: outcome.status },
    ...repeatsOf(first, others),
  ];
  const isNew = after?.rev === 0 || person.stored?.rev === 0;
  return { lines, isNew: after && isNew ? after : null };
}

function repeatsOf(first: RosterRow, others: readonly RosterRow[]): readonly RosterLine[] {
  const repeated = conflict(problem('person-repeated', { line: first.line }));
  return others.map(({ line, facts }) =>
    sameFacts(facts, first.facts) ? { line, status: 'unchanged' as const } : { line, ...repeated },
  );
}

export type Taking = Readonly<{ roster: Roster; rules: Rules }>;
export type RowDone = Readonly<{ outcome: Reconciled; after: Worker | undefined }>;

function importRow(
  row: RosterRow,
  { workerId, stored, erased }: Person,
  taking: Taking,
  ports: ImportPorts,
): Promise<RowDone> {
  let current: Known = { stored, erased };
  return retryOnConflict<RowDone>(
    async () => {
      const done = await tryRow(row, { ...current, workerId }, taking, ports);
      // Somebody else wrote the worker meanwhile, perhaps a payment.
      if (!done) current = (await knownOf([workerId], ports)).get(workerId) ?? {};
      return done;
    },
    () => ({ outcome: conflict(problem('line-busy')), after: current.stored }),
  );
}

async function tryRow(
  row: RosterRow,
  { workerId, stored, erased = false }: Known & Readonly<{ workerId: string }>,
  { roster: { dryRun, by, byName }, rules }: Taking,
  ports: ImportPorts,
): Promise<RowDone | undefined> {
  const at = ports.clock.now();
  const known = { workerId, nikLast4: nikLast4(row.nik), stored, erased };
  const outcome = reconcile(row.facts, known, { at, rules });
  if (outcome.status === 'conflict' || outcome.status === 'unchanged')
    return { outcome, after: stored };
  if (dryRun) return { outcome, after: outcome.worker };
  const after = await written(outcome, { id: `line-${row.line}`, at, by, byName }, ports);
  return after ? { outcome, after } : undefined;
}

type Signed = Pick<Change, 'id' | 'at' | 'by' | 'byName'>;

/** Null where somebody else was first. */
async function written(
  { status, worker, fields, closed, credit }: Extract<Reconciled, { worker: Worker }>,
  signed: Signed,
  { workers }: ImportPorts,
): Promise<Worker | null> {
  if (status === 'created') return (await workers.create(worker)) ? worker : null;
  const what = fields.includes('coveredThrough') ? 'covered-by-roster' : 'imported';
  const change: Change = { workerId: worker.workerId, ...signed, what, fields, reason: null };
  return (await workers.replace(worker, change, { closed, credit }))
    ? { ...worker, rev: worker.rev + 1 }
    : null;
}

type Known = Readonly<{ stored?: Worker | undefined; erased?: boolean }>;

export async function knownOf(
  workerIds: readonly string[],
  { workers }: ImportPorts,
): Promise<ReadonlyMap<string, Known>> {
  const known = await workers.known(workerIds);
  return new Map(
    [...known].map(([id, each]) => [id, each === 'erased' ? { erased: true } : { stored: each }]),
  );
}
