import { describe, expect, it } from 'vitest';
import { aWorker } from '../builders.ts';
import { aChange } from './builders.ts';
import type { Given } from './given.ts';

/** Whose province changed, in the zone where they live now. */
export function relocationsContract({ stores, stored }: Given): void {
  const siti = aWorker();
  const inPapua = { ...siti, province: 'Papua' };
  const moved = { ...aChange('c-1'), fields: ['province'] };
  const inJayapura = { workerId: siti.workerId, zone: 'Asia/Jayapura', at: moved.at } as const;

  describe('relocations', () => {
    it('are kept in the zone that the worker moved to, from their day on', async () => {
      await stored();
      await stores.workers.replace(inPapua, moved);
      expect(await stores.relocations.since('Asia/Jayapura', '2026-11-11')).toEqual([inJayapura]);
      expect(await stores.relocations.since('Asia/Jayapura', '2026-11-12')).toEqual([]);
      expect(await stores.relocations.since('Asia/Jakarta', '2026-11-11')).toEqual([]);
    });

    it('are kept only where the worker was written, and a province changed', async () => {
      await stored();
      await stores.workers.replace({ ...inPapua, rev: 7 }, moved);
      await stores.workers.replace(siti, aChange('c-2'));
      expect(await stores.relocations.since('Asia/Jayapura', '2026-11-11')).toEqual([]);
      expect(await stores.relocations.since('Asia/Jakarta', '2026-11-11')).toEqual([]);
    });
  });
}
