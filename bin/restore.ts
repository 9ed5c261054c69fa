import { documentClient } from '#aws/document-client';
import { isWorkerId } from '#domain/people/worker-id';
import { databaseAt } from '#local/environment';
import { localFile } from './api-client.ts';
import { attempt, misused, readOptions } from './command.ts';
import { count } from './numbers.ts';
import { findWorker, putBack, type Tables } from './restore/put-back.ts';
import { type Restoration, restorationOf } from './restore/restoration.ts';

const usage = `npm run restore -- --table COPY --into TABLE --worker wrk_… --by NAME [--dry-run]

  Puts rows of a worker back from a point-in-time copy of the table: those that are missing, with
  their payments. What is there stays. Nobody who was erased comes back.

  --worker   may be given several times
  --by       who does it, for the timeline of the worker
  --replace  also put the copy's row of the worker over theirs, unless money is newer than the copy
  --dry-run  say what would be put back
  --data DIR tables of the machine here instead of AWS

  In AWS it takes the credentials and the region of the environment. Recount afterwards.

  Example: npm run restore -- --table ingat-copy --into ingat --worker wrk_0123456789abcdef0123
             --by "Rina Hartati" --dry-run`;

const options = readOptions(
  {
    data: { type: 'string' },
    table: { type: 'string' },
    into: { type: 'string' },
    worker: { type: 'string', multiple: true },
    by: { type: 'string' },
    replace: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  usage,
);

type Asked = Readonly<{ table: string; into: string; workers: readonly string[]; by: string }>;

function asked({ table, into, worker = [], by }: typeof options): Asked {
  if (!table || !into || worker.length === 0 || !by)
    return misused('--table, --into, --worker and --by are all needed');
  if (table === into) throw new Error(`--table and --into both name ${table}: one is the copy`);
  const odd = worker.find((each) => !isWorkerId(each));
  if (odd) throw new Error(`Not a worker id: ${odd}; expected wrk_ and 20 hex digits`);
  return { table, into, workers: worker, by };
}

async function main(): Promise<void> {
  const { table, into, workers, by } = asked(options);
  const client = documentClient(
    options.data ? databaseAt(localFile(options.data).database) : undefined,
  );
  const tables = { copy: { client, tableName: table }, live: { client, tableName: into } };
  try {
    for (const workerId of workers) await restore(tables, workerId, by);
  } finally {
    client.destroy();
  }
}

async function restore(tables: Tables, workerId: string, by: string): Promise<void> {
  const { replace, 'dry-run': isDry } = options;
  const restoration = restorationOf(await findWorker(tables, workerId), {
    replace,
    now: new Date(),
  });
  for (const note of restoration.notes) console.log(`${workerId}: ${note}`);
  const { missing, worker } = restoration;
  if (missing.length === 0 && worker === null)
    return console.log(`${workerId}: nothing is put back.`);
  if (isDry) return wouldPutBack(workerId, restoration);
  const { rows, isWorkerBack } = await putBack(tables, workerId, restoration, by);
  console.log(`${workerId}: ${rows === 1 ? '1 row is' : `${count(rows)} rows are`} back.`);
  if (worker !== null && !isWorkerBack) throw new Error(changedMeanwhile(workerId));
}

function wouldPutBack(workerId: string, { missing, worker }: Restoration): void {
  for (const { sk } of [...missing, ...(worker ? [worker.row] : [])])
    console.log(`${workerId}: ${sk} would be put back`);
}

const changedMeanwhile = (workerId: string): string =>
  `${workerId} was changed while their row was put back, which therefore stays: run it again.`;

await attempt(main);
