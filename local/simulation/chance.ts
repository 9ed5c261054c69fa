import { hash } from 'node:crypto';

/**
 * From 0 to 1, always the same for a seed and subject: what a worker does in a month does not
 * depend on who was asked before, so a year can be played again.
 */
export type Chance = (...subject: readonly (string | number)[]) => number;

export const chanceOf =
  (seed: number): Chance =>
  (...subject) =>
    hash('sha256', [seed, ...subject].join(' '), 'buffer').readUInt32BE() / 2 ** 32;

/** A whole number, both ends included. */
export const between = (share: number, from: number, to: number): number =>
  from + Math.floor(share * (to - from + 1));

/** One of the names, each as often as its weight says. */
export function oneOf<T extends string>(share: number, weights: Readonly<Record<T, number>>): T {
  const names = Object.keys(weights) as T[];
  let rest = share * names.reduce((sum, name) => sum + weights[name], 0);
  const drawn = names.find((name) => {
    rest -= weights[name];
    return rest < 0;
  });
  return drawn ?? (names[0] as T);
}

/** Shares from 0 to below 1 in turn: Mulberry32, by Tommy Ettinger, in the public domain. */
export function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
