import { AsyncLocalStorage } from 'node:async_hooks';

/** Somebody at work in the ports in memory, who may die at any await. */
export type Actor = { readonly name: string; isDead: boolean; hasEnded: boolean };
type Waiting = Readonly<{ actor: Actor; go(): void; fail(error: Error): void }>;

/** One for all storms: each storage that ever ran makes every later `run` copy one entry more. */
const whoActs = new AsyncLocalStorage<Actor>();

/** Of each ten thousand awaits. */
const often = {
  error: 60,
  'lost answer': 60,
  crash: 30,
  'six seconds': 20,
  'a minute and a half': 30,
};
type Fault = keyof typeof often;
const seconds: Partial<Record<Fault, number>> = { 'six seconds': 6, 'a minute and a half': 91 };

/**
 * Lets one await after the other go on, drawn by the dice, and injects a fault now and then: an
 * error before an effect or after it, the death of whoever waits, or time. Only what an actor does
 * waits; the rest goes through at once.
 */
export function memoryScheduler(dice: () => number, pass: (milliseconds: number) => void) {
  const waiting: Waiting[] = [];
  const living = new Set<Actor>();
  const injected: Record<string, number> = {};

  const faultAt = (when: 'before' | 'after'): Fault | undefined => {
    let drawn = dice() * 10_000;
    for (const fault of Object.keys(often) as Fault[]) {
      drawn -= often[fault];
      if (drawn < 0)
        return fault === (when === 'before' ? 'lost answer' : 'error') ? undefined : fault;
    }
    return undefined;
  };

  const gate = (operation: string, when: 'before' | 'after'): Promise<void> => {
    const actor = whoActs.getStore();
    if (!actor) return Promise.resolve();
    const fault = faultAt(when);
    if (fault) injected[fault] = (injected[fault] ?? 0) + 1;
    pass(1_000 * (fault ? (seconds[fault] ?? 0) : 0) + Math.floor(dice() * 20));
    if (fault === 'error' || fault === 'lost answer')
      return Promise.reject(new Error(`made up: ${fault} at ${operation}`));
    if (fault === 'crash') die(actor);
    return new Promise((go, fail) => waiting.push({ actor, go, fail }));
  };

  /** What it waits for never comes. */
  function die(actor: Actor): void {
    actor.isDead = true;
    living.delete(actor);
  }

  return {
    gate,
    injected,
    living,
    begin(name: string, act: () => Promise<unknown>): void {
      const actor: Actor = { name, isDead: false, hasEnded: false };
      living.add(actor);
      const ended = () => {
        actor.hasEnded = true;
        living.delete(actor);
      };
      void whoActs.run(actor, act).then(ended, ended);
    },
    /** False where nobody waits. */
    async step(): Promise<boolean> {
      // A tick comes after all promises that are ready.
      await new Promise<void>((resolve) => process.nextTick(resolve));
      const index = Math.floor(dice() * waiting.length);
      const chosen = waiting[index];
      const last = waiting.pop();
      if (!chosen || !last) return false;
      if (chosen !== last) waiting[index] = last;
      if (!chosen.actor.isDead) chosen.go();
      return true;
    },
  };
}
