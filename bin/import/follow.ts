import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../api-client.ts';
import type { Shown } from './summary.ts';

type Following = Readonly<{ api: Api; heard: (share: number) => void }>;

const longestWait = 2_000;

/** Asks until the import has ended, and tells how far it is. It needs nobody who asks. */
export async function follow(importId: string, { api, heard }: Following): Promise<Shown> {
  for (let wait = 100; ; wait = Math.min(wait * 1.5, longestWait)) {
    const seen = await api.get<Shown>(`/api/imports/${importId}`);
    if (seen.state === 'done' || seen.state === 'failed') return seen;
    heard(seen.rows.total === 0 ? 0 : seen.rows.done / seen.rows.total);
    await sleep(wait);
  }
}
