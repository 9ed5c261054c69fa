import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { documentClient } from '#aws/document-client';
import type { WorkerView } from '#domain/people/worker-view';
import type { Plan } from '#domain/plan/plan';
import type { AttentionItem, AttentionKind } from '#flows/attention/attention-store';
import type { Imported } from '#flows/people/import-workers';
import type { TimelineEntry } from '#flows/people/show-worker';
import type { RunsAnswer, RunView } from '#flows/sending/show-runs';
import { databaseAt } from '#local/environment';
import type { faultsSchema } from '#local/faults';
import type { OutboxItem } from '#local/sns/carrier';
import { asAdmin, type Calls, callsTo, json, signed } from './calls.ts';
import { hasEnded, kill, passWhileDown, startProcess, until } from './process.ts';

export type TestStage = Awaited<ReturnType<typeof startTestStage>>;
export type Reminded = Extract<TimelineEntry, { kind: 'reminder' }>;
type Faults = z.input<typeof faultsSchema>;

/**
 * A whole Ingat in a process and a folder of its own, whose clock begins at `now` (with its
 * offset), to be talked to, killed and started again. Nobody is held out unless told.
 */
export async function startTestStage({
  now,
  heldOut = false,
  approval = false,
  everyRound = false,
  database,
}: Readonly<{
  now: string;
  heldOut?: boolean;
  approval?: boolean;
  everyRound?: boolean;
  /** The URL of a database that outlives the stage. */
  database?: string;
}>) {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-e2e-'));
  let running = await startProcess(folder, { now, approval, everyRound, database });
  const calls = callsTo({ url: () => running.url, said: () => running.said() });
  if (!heldOut) await holdNobodyOut(calls);
  const webhookSecret = (): string =>
    JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8')).webhookSecret;
  return {
    folder,
    url: () => running.url,
    webhookSecret,
    ...talkTo(calls, webhookSecret),
    /** The table itself, past the API. */
    table: () =>
      documentClient(
        databaseAt(JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8')).database),
      ),
    pid: () => running.child.pid,
    said: () => running.said(),
    hasEnded: () => hasEnded(running.child),
    kill: () => kill(running.child),
    /**
     * 20 minutes pass, longer than a lease and a round of the watchdog, and amid them the stage is
     * killed as soon as so many texts have left; at their end where fewer can leave, as some were
     * in flight at an earlier death. Answers how many had left.
     */
    async killAfter(texts: number): Promise<number> {
      let passed = false;
      const passing = changesOf(calls, webhookSecret)
        .clockBy('PT20M')
        .catch(() => undefined)
        .finally(() => {
          passed = true;
        });
      let left = 0;
      await until(async () => {
        left = (await viewsOf(calls).outbox()).length;
        return left >= texts || passed;
      }, running);
      await kill(running.child);
      await passing;
      return left;
    },
    /** On the same folder. `downFor`: so many hours of the stage's time have passed meanwhile. */
    async restart({ downFor = 0 }: Readonly<{ downFor?: number }> = {}): Promise<void> {
      if (downFor > 0) passWhileDown(folder, downFor * 3_600_000);
      running = await startProcess(folder, { approval, everyRound, database });
    },
    async stop(): Promise<void> {
      await kill(running.child);
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

/** What people and channels do with a stage and see of it. */
export const talkTo = (calls: Calls, webhookSecret: () => string) => ({
  ...calls,
  ...changesOf(calls, webhookSecret),
  ...viewsOf(calls),
});

/** By lot one in ten would get the last call alone: not whom a test counts on. */
async function holdNobodyOut({ ask }: Calls): Promise<void> {
  const plan = await ask<Plan>('GET', '/api/plan', asAdmin());
  const headers = { 'if-match': String(plan.version) };
  await ask('PUT', '/api/plan', { ...asAdmin({ ...plan, holdoutPercent: 0 }), headers });
}

type Notice = Readonly<{
  reference: string;
  nik: string;
  amount: number;
  paidAt?: string;
  months?: number;
}>;

const changesOf = ({ ask }: Calls, webhookSecret: () => string) => ({
  importCsv: (csv: string | Buffer): Promise<Imported> =>
    ask('POST', '/api/workers/import', { role: 'admin', body: csv }),
  /** By its answer all that fell due by then has run. */
  clockTo: (to: string) => ask<{ now: string }>('POST', '/_local/clock', json({ to })),
  clockBy: (by: string) => ask<{ now: string }>('POST', '/_local/clock', json({ by })),
  fire: (zone: string) => ask('POST', '/_local/fire', json({ zone, time: '09:00' })),
  /** An admin lets every step go on that has halted itself. */
  async letGoOn(on: string): Promise<void> {
    const { halted } = await ask<RunsAnswer>('GET', `/api/runs?date=${on}`, asAdmin());
    for (const { date, step } of halted)
      await ask('POST', '/api/runs/release', asAdmin({ date, step }));
  },
  faults: (faults: Faults) => ask('POST', '/_local/faults', json(faults)),
  /** Dated now, by the stage's clock. */
  async pay({ reference, ...notice }: Notice): Promise<{ status: string }> {
    const { now } = await ask<{ now: string }>('GET', '/_local/clock');
    const body = JSON.stringify({ reference, channel: 'counter', paidAt: now, ...notice });
    return ask(
      'POST',
      '/api/payments',
      signed(reference, body, { secret: webhookSecret(), at: new Date(now) }),
    );
  },
});

export const viewsOf = ({ ask }: Calls) => {
  const worker = async (nik: string): Promise<WorkerView> => {
    const { items } = await ask<{ items: WorkerView[] }>(
      'POST',
      '/api/workers/find',
      asAdmin({ nik }),
    );
    if (!items[0]) throw new Error(`There is no worker with the NIK ${nik}`);
    return items[0];
  };
  const timeline = async (workerId: string) =>
    (await ask<{ timeline: TimelineEntry[] }>('GET', `/api/workers/${workerId}`, asAdmin()))
      .timeline;
  return {
    worker,
    timeline,
    /** Their rows, the first first. */
    reminders: async (nik: string): Promise<readonly Reminded[]> =>
      (await timeline((await worker(nik)).workerId))
        .filter((entry) => entry.kind === 'reminder')
        .reverse(),
    outbox: async (phone?: string): Promise<readonly OutboxItem[]> =>
      (await ask<{ items: OutboxItem[] }>('GET', `/_local/outbox${phone ? `?phone=${phone}` : ''}`))
        .items,
    runs: async (date: string) =>
      (await ask<{ items: RunView[] }>('GET', `/api/runs?date=${date}`, asAdmin())).items,
    attention: async (kind: AttentionKind) =>
      (await ask<{ items: AttentionItem[] }>('GET', `/api/attention?kind=${kind}`, asAdmin()))
        .items,
  };
};
