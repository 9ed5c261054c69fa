import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '#domain/plan/plan';
import { call } from '#local/demo/call';
import { nikSecret } from '#local/demo/demo';
import { type Emulator, startEmulator } from '#local/emulator';
import { csvOf, type Person } from '#local/made-up';
import type { Used } from './meter.ts';
import { type MeteredDatabase, startMeteredDatabase } from './metered-database.ts';

export type MeteredStage = Awaited<ReturnType<typeof startMeteredStage>>;

/** All of Ingat in this process, over a database that says what each request consumes. */
export async function startMeteredStage(now: string, database?: MeteredDatabase) {
  const metered = database ?? (await startMeteredDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'ingat-bench-'));
  process.env.AWS_ENDPOINT_URL_DYNAMODB = metered.url;
  const stage = await startEmulator({ dataDir, port: 0, now: Date.parse(now), nikSecret });
  await stage.settled();
  return {
    ...{ stage, database: metered },
    /** What the table consumed while `act` ran and all that followed from it. */
    async costOf(act: () => Promise<unknown>, kinds?: (kind: string) => boolean): Promise<Used> {
      await stage.settled();
      metered.meter.reset();
      await act();
      await stage.settled();
      return metered.meter.used(kinds);
    },
    moveTo: (to: string) => stage.moveTo(Date.parse(to)),
    async importPeople(people: readonly Person[]): Promise<void> {
      for (let first = 0; first < people.length; first += 1_000)
        await importCsv(stage, csvOf(people.slice(first, first + 1_000)));
    },
    async holdOut(holdoutPercent: number): Promise<void> {
      const plan = await call<Plan>(stage, '/api/plan', { method: 'GET' });
      const headers = { 'if-match': String(plan.version) };
      const body = JSON.stringify({ ...plan, holdoutPercent });
      await call(stage, '/api/plan', { method: 'PUT', headers, body });
    },
    async stop(): Promise<void> {
      await stage.stop();
      delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
      rmSync(dataDir, { recursive: true });
      await metered.stop();
    },
  };
}

const importCsv = (stage: Emulator, body: string) =>
  call(stage, '/api/workers/import', { body, type: 'text/csv' });
