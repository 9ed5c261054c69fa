import { storeContract } from '../store.contract.ts';
import { memoryWorld } from './world.ts';

storeContract('the stores in memory', async (shards) => memoryWorld({ shards }));
