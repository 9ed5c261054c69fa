import { afterAll, beforeAll } from 'vitest';
import { storeContract } from '../../contract/store.contract.ts';
import { testDatabase } from './database.ts';
import { storesOver } from './stores.ts';

let server: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.stop());

storeContract('the stores over DynamoDB', async (shards) =>
  storesOver(await server.fresh(), shards),
);
