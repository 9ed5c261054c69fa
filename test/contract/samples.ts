import { describe, expect, it } from 'vitest';
import type { SampleSent } from '#domain/sending/sample-sent';
import type { SampleCost } from '#flows/messages/sample-store';
import { at } from './builders.ts';
import type { Given } from './given.ts';

const aSample = (facts: Partial<SampleSent> = {}): SampleSent => ({
  ...{ id: 'call-1', at: at(0), phone: '+6287099999999' },
  ...{ messageId: null, parts: 1, priceUsd: 0.16, ...facts },
});

const cost = (facts: Partial<SampleCost> = {}): SampleCost => ({
  ...{ month: '2026-11', rupiah: 40, limit: 100 },
  ...facts,
});

/** A sample and its money are written together, and go together. */
export function samplesContract({ stores }: Given): void {
  const spent = () => stores.slices.budget('2026-11');

  describe('samples', () => {
    it('are there with what they cost, and not where the month has no more', async () => {
      expect(await stores.samples.claim(aSample(), cost())).toBe(true);
      expect(await stores.samples.claim(aSample({ id: 'call-2' }), cost())).toBe(true);
      expect(await stores.samples.claim(aSample({ id: 'call-3' }), cost())).toBe(false);
      expect(await spent()).toEqual({ committed: 80, spent: 80 });
      expect((await stores.samples.near(at(0))).map(({ id }) => id)).toEqual(['call-1', 'call-2']);
    });

    it('cost nothing above all that there is, and anything where there is no limit', async () => {
      expect(await stores.samples.claim(aSample(), cost({ limit: 39 }))).toBe(false);
      expect(await stores.samples.claim(aSample(), cost({ limit: null }))).toBe(true);
      expect(await spent()).toEqual({ committed: 40, spent: 40 });
    });

    it('that did not leave are taken away with their money, once', async () => {
      await stores.samples.claim(aSample(), cost());
      await stores.samples.withdraw(aSample(), cost());
      await stores.samples.withdraw(aSample(), cost());
      expect(await spent()).toEqual({ committed: 0, spent: 0 });
      expect(await stores.samples.near(at(0))).toEqual([]);
    });

    it('that left have an id', async () => {
      await stores.samples.claim(aSample(), cost());
      await stores.samples.record(aSample(), 'msg_1');
      expect(await stores.samples.near(at(0))).toEqual([aSample({ messageId: 'msg_1' })]);
    });

    it('are found within two minutes, and no later', async () => {
      await stores.samples.claim(aSample(), cost());
      const seen = [-121, -120, 0, 120, 121].map((seconds) => stores.samples.near(at(seconds)));
      expect((await Promise.all(seen)).map(({ length }) => length)).toEqual([0, 1, 1, 1, 0]);
    });
  });
}
