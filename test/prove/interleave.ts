import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Somebody who acts on the shared world. Each act waits at a gate until the explorer lets it pass.
 */
export type Actor = Readonly<{ name: string; act: () => Promise<unknown>; crashable?: boolean }>;

/**
 * A new world for each schedule, its actors, and what must hold once they have ended or crashed.
 */
export type Scenario = Readonly<{
  name: string;
  make: (
    gate: Gate,
  ) => Promise<Readonly<{ actors: readonly Actor[]; verify: () => Promise<readonly string[]> }>>;
  /** How often an actor who could go on is made to wait: two find nearly every race there is. */
  switches: number;
  crashes: number;
}>;

export type Gate = (operation: string) => Promise<void>;

export type Explored = Readonly<{
  schedules: number;
  violations: readonly Readonly<{ schedule: readonly string[]; broken: readonly string[] }>[];
}>;

/**
 * Explores every schedule of a scenario within its bounds, depth first: a run replays a prefix of
 * choices, then takes the first option everywhere; the next run changes the last choice that has
 * another option. It stops at the first schedule that breaks something.
 */
export async function explore(scenario: Scenario, most = 200_000): Promise<Explored> {
  const violations: Explored['violations'][number][] = [];
  let prefix: readonly number[] | null = [];
  let schedules = 0;
  while (prefix && violations.length === 0) {
    if (++schedules > most)
      throw new Error(`${scenario.name}: more than ${most} schedules; bound it closer`);
    const run: Run = await runOnce(scenario, prefix);
    if (run.broken.length > 0) violations.push({ schedule: run.schedule, broken: run.broken });
    prefix = nextPrefix(run.choices);
  }
  return { schedules, violations };
}

type Choice = Readonly<{ taken: number; options: number }>;
type Run = Readonly<{
  choices: readonly Choice[];
  schedule: readonly string[];
  broken: readonly string[];
}>;
type Waiting = Readonly<{ actor: string; operation: string; go: () => void }>;
type Move = Readonly<{ waiting: Waiting; crash: boolean }>;

const whoActs = new AsyncLocalStorage<string>();

/** The actor whose call we are in; undefined outside an exploration. */
export const actorNow = (): string | undefined => whoActs.getStore();

/**
 * Resolves when nobody can go on by themselves: a tick comes after all promises that are ready, and
 * the second one after whoever slept has gone on.
 */
const settle = (): Promise<void> =>
  new Promise((resolve) => process.nextTick(() => setTwoTicksLater(resolve)));

const setTwoTicksLater = (resolve: () => void) =>
  queueMicrotask(() => process.nextTick(() => queueMicrotask(() => process.nextTick(resolve))));

async function runOnce(scenario: Scenario, prefix: readonly number[]): Promise<Run> {
  const waiting: Waiting[] = [];
  const gate: Gate = (operation) => {
    const actor = whoActs.getStore();
    if (actor === undefined) return Promise.resolve();
    return new Promise((go) => waiting.push({ actor, operation, go }));
  };
  const { actors, verify } = await scenario.make(gate);
  const failures: string[] = [];
  for (const { name, act } of actors)
    void whoActs
      .run(name, () => gate('begin').then(act))
      .catch((error: Error) => failures.push(`${name} threw: ${error.stack}`));
  const choices: Choice[] = [];
  const schedule: string[] = [];
  let last = '';
  let left = { switches: scenario.switches, crashes: scenario.crashes };
  for (;;) {
    await settle();
    const moves = movesOf(waiting, actors, { last, ...left });
    const taken = prefix[choices.length] ?? 0;
    const move = moves[taken];
    if (!move) break;
    choices.push({ taken, options: moves.length });
    schedule.push(
      `${move.waiting.actor}${move.crash ? ' crashes before ' : ': '}${move.waiting.operation}`,
    );
    const switched =
      last !== '' && move.waiting.actor !== last && waiting.some(({ actor }) => actor === last);
    left = {
      switches: left.switches - (switched ? 1 : 0),
      crashes: left.crashes - (move.crash ? 1 : 0),
    };
    take(waiting, move);
    last = move.waiting.actor;
  }
  return { choices, schedule, broken: [...failures, ...(await verify())] };
}

/** Who may go on: first the current actor, so that schedules without switches come first. */
function movesOf(
  waiting: readonly Waiting[],
  actors: readonly Actor[],
  { last, switches, crashes }: { last: string; switches: number; crashes: number },
): readonly Move[] {
  const own = waiting.filter(({ actor }) => actor === last);
  const others = waiting.filter(({ actor }) => actor !== last);
  const firstOfEach = (list: readonly Waiting[]) =>
    list.filter((each, index) => list.findIndex(({ actor }) => actor === each.actor) === index);
  const going =
    own.length === 0 ? firstOfEach(others) : [...own, ...(switches > 0 ? firstOfEach(others) : [])];
  const mayCrash = (name: string) =>
    crashes > 0 && actors.some((actor) => actor.name === name && actor.crashable);
  return [
    ...going.map((each) => ({ waiting: each, crash: false })),
    ...firstOfEach(going)
      .filter(({ actor }) => mayCrash(actor))
      .map((each) => ({ waiting: each, crash: true })),
  ];
}

/** Lets one actor go on, or crashes it: what it was about to do never happens. */
function take(waiting: Waiting[], { waiting: chosen, crash }: Move): void {
  const gone = waiting.filter((each) => (crash ? each.actor === chosen.actor : each === chosen));
  for (const each of gone) waiting.splice(waiting.indexOf(each), 1);
  if (!crash) chosen.go();
}

function nextPrefix(choices: readonly Choice[]): readonly number[] | null {
  const index = choices.findLastIndex(({ taken, options }) => taken + 1 < options);
  const changed = choices[index];
  return changed ? [...choices.slice(0, index).map(({ taken }) => taken), changed.taken + 1] : null;
}
