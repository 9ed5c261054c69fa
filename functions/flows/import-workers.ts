import { addMonths, monthOf } from '#domain/dates';
import { nikLast4 } from '#domain/nik';
import { applyPayment } from '#domain/payment';
import { Refused } from '#domain/refused';
import { type Reconciled, reconcile } from '#domain/roster';
import type { Settings } from '#domain/settings';
import type { Worker } from '#domain/worker';
import { parseRoster, type Rejection, type RosterRow } from '#domain/worker-csv';
import { currentRules } from '#flows/current-plan';
import type { Clock, Identity, PaymentStore, PlanReader, WorkerStore } from '#flows/ports';

export type ImportPorts = Readonly<{
  workers: Pick<WorkerStore, 'get' | 'erased' | 'create' | 'replace'>;
  payments: Pick<PaymentStore, 'unmatchedOf' | 'match'>;
  plans: PlanReader;
  identity: Identity;
  clock: Clock;
}>;

export type Roster = Readonly<{ text: string; firstLine: number | undefined; dryRun: boolean; by: string }>;

export type Imported = Readonly<{
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: readonly Rejection[];
  conflicts: readonly Readonly<{ line: number; reason: string }>[];
}>;

const maxRows = 1_000;
const mostMonthsAhead = 12;

/** Takes a piece of a roster in, row by row: a bad line is set aside with its reason and stops no other; the same piece again changes nothing. */
export async function importWorkers(roster: Roster, ports: ImportPorts, settings: Settings): Promise<Imported> {
  const { rows, rejected } = readRoster(roster, ports.clock.now());
  if (rows.length + rejected.length > maxRows)
    throw new Refused(
      'too-large',
      `The file has ${rows.length + rejected.length} rows; one call takes at most ${maxRows}: cut it, or use npm run import`,
    );
  const people = peopleOf(rows, ports.identity);
  const known = await knownOf([...people.keys()], ports);
  const lines: Line[] = [];
  // One after the other for one person, so that a later line of theirs sees the earlier; twenty people at a time.
  await inParallel(20, [...people], async ([workerId, own]) => {
    lines.push(...(await importPerson({ workerId, rows: own, ...known.get(workerId) }, roster, ports, settings)));
  });
  const count = (status: string) => lines.filter((line) => line.status === status).length;
  return {
    accepted: lines.length - count('conflict'),
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected,
    conflicts: lines
      .flatMap((line) => (line.status === 'conflict' ? [{ line: line.line, reason: line.reason }] : []))
      .sort((a, b) => a.line - b.line),
  };
}

/** A worker covered for years ahead by a slip of the pen would never be reminded again, and no later roster may take it back. */
function readRoster({ text, firstLine }: Roster, now: string): Readonly<{ rows: readonly RosterRow[]; rejected: readonly Rejection[] }> {
  const { rows, rejected } = parseRoster(text, firstLine);
  const last = addMonths(monthOf(now), mostMonthsAhead);
  const tooFar = ({ facts }: RosterRow): boolean => facts.coveredThrough > last;
  const reason = `is more than ${mostMonthsAhead} months ahead: nobody can have paid that far`;
  const refused = rows.filter(tooFar).map(({ line, facts }) => ({ line, field: 'covered_through', value: facts.coveredThrough, reason }));
  return { rows: rows.filter((row) => !tooFar(row)), rejected: [...rejected, ...refused].sort((a, b) => a.line - b.line) };
}

type Line =
  | Readonly<{ line: number; status: 'created' | 'updated' | 'unchanged' }>
  | Readonly<{ line: number; status: 'conflict'; reason: string }>;

function peopleOf(rows: readonly RosterRow[], identity: Identity): Map<string, readonly RosterRow[]> {
  const people = new Map<string, readonly RosterRow[]>();
  for (const row of rows) {
    const workerId = identity.workerIdOf(row.nik);
    people.set(workerId, [...(people.get(workerId) ?? []), row]);
  }
  return people;
}

type Known = Readonly<{ stored?: Worker | undefined; erased?: boolean }>;

async function knownOf(workerIds: readonly string[], { workers }: ImportPorts): Promise<ReadonlyMap<string, Known>> {
  const [stored, erased] = await Promise.all([workers.get(workerIds), workers.erased(workerIds)]);
  return new Map(workerIds.map((id) => [id, { stored: stored.get(id), erased: erased.has(id) }]));
}

type Person = Known & Readonly<{ workerId: string; rows: readonly RosterRow[] }>;

async function importPerson(person: Person, roster: Roster, ports: ImportPorts, settings: Settings): Promise<readonly Line[]> {
  const lines: Line[] = [];
  let known: Known = person;
  for (const row of person.rows) {
    const { outcome, after } = await importRow(row, { ...known, workerId: person.workerId }, roster, ports);
    if (outcome.status === 'created' && after && !roster.dryRun) known = { stored: await takeUpPayments(after, ports, settings) };
    else if (after) known = { stored: after };
    const { line } = row;
    lines.push(outcome.status === 'conflict' ? { line, status: 'conflict', reason: outcome.reason } : { line, status: outcome.status });
  }
  return lines;
}

type RowDone = Readonly<{ outcome: Reconciled; after: Worker | undefined }>;

async function importRow(row: RosterRow, known: Known & { workerId: string }, roster: Roster, ports: ImportPorts): Promise<RowDone> {
  let { stored, erased = false } = known;
  const { workerId } = known;
  for (let attempt = 0; attempt < 10; attempt++) {
    const at = ports.clock.now();
    const outcome = reconcile(row.facts, { workerId, nikLast4: nikLast4(row.nik), stored, erased }, at);
    if (outcome.status === 'conflict' || outcome.status === 'unchanged') return { outcome, after: stored };
    if (roster.dryRun) return { outcome, after: outcome.worker };
    const after = await written(outcome, { line: row.line, at, by: roster.by }, ports);
    if (after) return { outcome, after };
    // Somebody else wrote the worker meanwhile, perhaps a payment: worked out anew from what is there now.
    const now = (await knownOf([workerId], ports)).get(workerId);
    stored = now?.stored;
    erased = now?.erased ?? false;
  }
  const reason = 'The line could not be applied: the worker is being changed by others, or their row cannot be read';
  return { outcome: { status: 'conflict', reason }, after: stored };
}

type Signed = Readonly<{ line: number; at: string; by: string }>;

/** The worker as stored now; null where somebody else was first. */
async function written(
  { status, worker, fields }: Extract<Reconciled, { worker: Worker }>,
  { line, at, by }: Signed,
  { workers }: ImportPorts,
): Promise<Worker | null> {
  if (status === 'created') return (await workers.create(worker)) ? worker : null;
  const change = { workerId: worker.workerId, id: `line-${line}`, at, by, what: 'imported', fields, reason: null } as const;
  return (await workers.replace(worker, change)) ? { ...worker, rev: worker.rev + 1 } : null;
}

/** Payments that came before we knew this person are theirs now, oldest first. Whatever is interrupted here is taken up by the next import, or by a person. */
async function takeUpPayments(worker: Worker, ports: ImportPorts, settings: Settings): Promise<Worker> {
  let current = worker;
  const waiting = (await ports.payments.unmatchedOf(worker.workerId)).filter(({ status }) => status === 'unmatched');
  for (const payment of [...waiting].sort((a, b) => a.paidAt.localeCompare(b.paidAt))) {
    const applied = applyPayment(current, payment, ports.clock.now(), await currentRules(ports.plans, settings));
    const matched = await ports.payments.match(
      { ...payment, status: 'recorded', bought: applied.bought, flags: applied.flags },
      applied.worker,
    );
    if (matched) current = { ...applied.worker, rev: applied.worker.rev + 1 };
  }
  return current;
}

async function inParallel<T>(width: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
