import { between, type Chance, chanceOf } from '#local/simulation/chance';
import type { AtSea } from './at-sea.ts';
import { castSize } from './cast.ts';
import { rounds } from './days.ts';

/**
 * What is done to a stage, made ahead: the same seed makes the same acts. `after`: so many texts
 * since the round began, or its end, whichever comes first. Each kind makes of the rest what it
 * needs.
 */
export type Act = Readonly<{
  id: string;
  round: number;
  kind: ActKind;
  after: number;
  /** The number of a person. */
  who: number;
  /** 1 to 3. */
  times: number;
  /** From 0 to below 1. */
  share: number;
}>;

/** How often in each round. */
const often = {
  'sns faults': 3,
  'table faults': 2,
  kill: 1,
  fire: 3,
  retry: 1,
  'clock jump': 1,
  payment: 5,
  'payment twice at once': 2,
  'payment late': 2,
  'payment with other content': 1,
  'payment file': 1,
  'payment of a stranger': 1,
  stop: 2,
  'texts again': 1,
  erasure: 1,
  correction: 3,
  ending: 1,
  'roster again': 1,
  'roster ahead': 1,
  'import cut off': 1,
  'plan edit': 1,
  pause: 1,
} as const;
export type ActKind = keyof typeof often;
const actKinds = Object.keys(often) as readonly ActKind[];

/** A round lets out 20 to 120 texts; what comes after the last of them comes at its end. */
const mostTexts = 120;

export const scriptOf = (seed: number): readonly Act[] =>
  rounds
    .flatMap((_, round) => actsOf(round, chanceOf(seed)))
    .sort((a, b) => a.round - b.round || a.after - b.after);

const actsOf = (round: number, chance: Chance): readonly Act[] =>
  actKinds.flatMap((kind) =>
    Array.from({ length: often[kind] }, (_, index): Act => {
      const id = `${round}-${kind.replaceAll(' ', '-')}-${index}`;
      const draw = (of: string, from: number, to: number) => between(chance(id, of), from, to);
      return {
        ...{ id, round, kind, after: draw('after', 0, mostTexts) },
        who: draw('who', 1, castSize),
        times: draw('times', 1, 3),
        share: chance(id, 'share'),
      };
    }),
  );

/** How an act is done to a stage. */
export type Doing = (sea: AtSea, act: Act) => Promise<unknown>;
