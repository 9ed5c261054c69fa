import { createHash } from 'node:crypto';

/** Four numbers of 32 bits a row, the last bits of which say what became of it. */
const words = 4;
const state = { free: 0, gone: 1, present: 3 } as const;

/**
 * Names of rows, and whether each is still there, in 22 to 43 bytes a row however long its name,
 * and 64 while the table grows. Two rows would be taken for one where 126 bits of their hashes are
 * alike: with 10 million changed rows and 10 billion others, once in 10²¹ times.
 */
export function changedRows() {
  let table = new Uint32Array(words * 1_024);
  let [rows, present] = [0, 0];

  function placeOf(hash: Uint32Array): number {
    let place = (hash[0] ?? 0) % (table.length / words);
    while (!isFree(place) && !isAt(place, hash)) place = (place + 1) % (table.length / words);
    return words * place;
  }
  const isFree = (place: number): boolean => table[words * place + words - 1] === state.free;
  const isAt = (place: number, hash: Uint32Array): boolean =>
    hash.every((word, index) => {
      const stored = table[words * place + index] ?? 0;
      return (index < words - 1 ? stored : withoutState(stored)) === word;
    });

  /** Three quarters full it is slow. */
  function makeRoom(): void {
    if (4 * rows * words < 3 * table.length) return;
    const before = table;
    table = new Uint32Array(2 * before.length);
    for (let from = 0; from < before.length; from += words) {
      const row = before.slice(from, from + words);
      const last = row[words - 1] ?? 0;
      if (last === state.free) continue;
      row[words - 1] = withoutState(last);
      const at = placeOf(row);
      table.set(row, at);
      table[at + words - 1] = last;
    }
  }

  return {
    has: (name: string): boolean => table[placeOf(hashOf(name)) + words - 1] !== state.free,

    /** Answers whether it was there by its change before this one; false for its first. */
    note(name: string, isPresent: boolean): boolean {
      makeRoom();
      const hash = hashOf(name);
      const at = placeOf(hash);
      const last = table[at + words - 1] ?? state.free;
      const wasPresent = last % 4 === state.present;
      if (last === state.free) rows += 1;
      table.set(hash, at);
      table[at + words - 1] = (hash[words - 1] ?? 0) + (isPresent ? state.present : state.gone);
      present += Number(isPresent) - Number(wasPresent);
      return wasPresent;
    },

    present: () => present,
    bytes: () => table.byteLength,
  };
}

const withoutState = (word: number): number => word - (word % 4);

function hashOf(name: string): Uint32Array {
  const digest = createHash('sha256').update(name).digest();
  return Uint32Array.from({ length: words }, (_, index) => {
    const word = digest.readUInt32LE(4 * index);
    return index < words - 1 ? word : withoutState(word);
  });
}
