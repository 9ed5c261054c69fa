import { describe, expect, it } from 'vitest';
import { at } from './builders.ts';
import type { Given } from './given.ts';

/** Which texts no receipt has followed. Turns and receipts come in any order. */
export function receiptsContract({ stores }: Given): void {
  describe('texts', () => {
    it('are awaited from the first turn on, and added up', async () => {
      expect(await stores.receipts.awaited()).toBeNull();
      await stores.receipts.textsLeft(7, at(0));
      await stores.receipts.textsLeft(3, at(60));
      expect(await stores.receipts.awaited()).toEqual({ since: at(0), texts: 10 });
    });

    it('are awaited no longer once any receipt has come', async () => {
      await stores.receipts.textsLeft(7, at(0));
      await stores.receipts.receiptCame(at(60));
      expect(await stores.receipts.awaited()).toBeNull();
    });

    it('of a turn in which a receipt came may be those that it was about', async () => {
      await stores.receipts.receiptCame(at(30));
      await stores.receipts.textsLeft(7, at(0));
      expect(await stores.receipts.awaited()).toBeNull();
    });

    it('of a later turn are awaited again', async () => {
      await stores.receipts.receiptCame(at(30));
      await stores.receipts.textsLeft(2, at(31));
      expect(await stores.receipts.awaited()).toEqual({ since: at(31), texts: 2 });
    });
  });
}
