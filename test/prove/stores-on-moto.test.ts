import { afterAll, beforeAll, vi } from 'vitest';
import type { Database } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { storeContract } from '../contract/store.contract.ts';
import { testDatabase } from '../stage/aws/database.ts';
import { storesOver } from '../stage/aws/stores.ts';
import { type Moto, startMoto } from './moto.ts';

let moto: Moto;
let server: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  moto = await startMoto();
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', moto.url);
  server = await testDatabase();
});
afterAll(async () => {
  await server?.stop();
  await moto?.stop();
  vi.unstubAllEnvs();
});

storeContract('the stores over moto', async (shards) => {
  const { tableName } = await server.fresh();
  return storesOver({ client: oneAtATime(), tableName }, shards);
});

/**
 * Moto tries conditions and writes without a lock: what comes at once, or again after a time-out,
 * it does not keep apart.
 */
function oneAtATime(): Database['client'] {
  const requestHandler = { requestTimeout: 120_000 };
  const client = documentClient({ ...moto.config, requestHandler });
  let last: Promise<unknown> = Promise.resolve();
  client.middlewareStack.add(
    (next) => (args) => {
      const mine = last.then(() => next(args));
      last = mine.catch(() => undefined);
      return mine;
    },
    { step: 'finalizeRequest', name: 'oneAtATime' },
  );
  return client;
}
