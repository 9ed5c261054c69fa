import { diceOf } from '#local/simulation/chance';

/**
 * Milliseconds. `transaction`: of a write of several rows; a single row takes half of it. `tails`:
 * how often a call takes so many times as long.
 */
export type Latencies = Readonly<{
  transaction: number;
  sms: number;
  tails: readonly (readonly [share: number, times: number])[];
  seed: number;
}>;

/** One call in a hundred takes four times as long, one in a thousand twelve times. */
export const usualTails = [
  [0.001, 12],
  [0.01, 4],
] as const;

/** How long a call takes, from a seed: a fifth more or less, or its tail. */
export function latenciesFrom({ tails, seed }: Latencies): (usual: number) => number {
  const dice = diceOf(seed);
  return (usual) => {
    const drawn = dice();
    const tail = tails.find(([share]) => drawn < share)?.[1] ?? 0.8 + 0.4 * dice();
    return usual * tail;
  };
}
