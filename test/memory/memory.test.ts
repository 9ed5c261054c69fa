import { memoryWorld } from '#memory/world';
import { storeContract } from '../store.contract.ts';

storeContract('the stores in memory', async (shards) => memoryWorld({ shards }));
