import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { storeContract } from '../contract/store.contract.ts';

storeContract('the stores in memory', async (shards) => inMemoryPorts({ shards }));
