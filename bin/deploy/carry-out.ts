import type { Act, Step } from './steps.ts';

/** `outcome`: null if all is well, else what is wrong. */
export type Doing = Readonly<{
  outcome(act: Act): Promise<string | null>;
  say(sentence: string): void;
}>;

/** Runs the steps up to the first that fails, and says what that means. Answers if all went. */
export async function carryOut(steps: readonly Step[], { outcome, say }: Doing): Promise<boolean> {
  for (const { does, act, ifItFails } of steps) {
    say(`${does} …`);
    const wrong = await outcome(act);
    if (wrong === null) continue;
    say(`${wrong} ${ifItFails}`);
    return false;
  }
  return true;
}
