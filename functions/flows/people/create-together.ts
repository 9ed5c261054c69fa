import pMap from 'p-map';
import { nikLast4 } from '#domain/people/nik';
import { type Reconciled, reconcile } from '#domain/people/roster/roster';
import type { Worker } from '#domain/people/worker';
import type { ImportPorts, Person, RowDone, Taking } from '#flows/people/import-person';

/** A transaction takes a hundred. More save little, and more are taken alone if one is refused. */
const inOneWrite = 25;
const writesAtOnce = 4;

/**
 * A call for each is most of what a first roster costs. A write is refused whole where one of its
 * people was created or erased meanwhile: whoever is not answered is still to be imported.
 */
export async function createTogether(
  people: readonly Person[],
  { roster, rules }: Taking,
  {
    workers,
    clock,
  }: Pick<ImportPorts, 'clock'> & { workers: Pick<ImportPorts['workers'], 'create'> },
): Promise<ReadonlyMap<string, RowDone>> {
  if (roster.dryRun) return new Map();
  const at = clock.now();
  const outcomes = people.flatMap((person) => newOutcome(person, { at, rules }) ?? []);
  const written = await pMap(
    inWrites(outcomes),
    async (some) => ((await workers.create(...some.map(({ worker }) => worker))) ? some : []),
    { concurrency: writesAtOnce },
  );
  return new Map(
    written.flat().map((outcome) => [outcome.worker.workerId, { outcome, after: outcome.worker }]),
  );
}

type Outcome = Extract<Reconciled, { worker: Worker }>;

function newOutcome(
  { workerId, rows: [first], stored, erased = false }: Person,
  now: Parameters<typeof reconcile>[2],
): Outcome | null {
  if (!first || stored || erased) return null;
  const known = { workerId, nikLast4: nikLast4(first.nik), stored, erased };
  const outcome = reconcile(first.facts, known, now);
  return outcome.status === 'created' ? outcome : null;
}

const inWrites = (outcomes: readonly Outcome[]): readonly (readonly Outcome[])[] =>
  Array.from({ length: Math.ceil(outcomes.length / inOneWrite) }, (_, index) =>
    outcomes.slice(index * inOneWrite, (index + 1) * inOneWrite),
  );
