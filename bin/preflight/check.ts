import type { Stage } from '#lib/stages';
import type { Aws } from '../aws/clients.ts';
import { refusedAction } from '../aws/faults.ts';

/** What comes of it when something is not as wanted. `not read`: nobody knows. */
export const standings = [
  'stops the deployment',
  'stops the first text',
  'advice',
  'not read',
  'ok',
] as const;
export type Standing = (typeof standings)[number];

export type About = Readonly<{ stage: Stage; account: string }>;
export type Judged = Readonly<{ standing: Standing; found: string }>;

/** One thing that has to be there. `judge` is pure, and gets what AWS answered. */
export type Check<Found> = Readonly<{
  name: string;
  /** The permission that `read` needs. */
  needs: string;
  read(aws: Aws, about: About): Promise<Found>;
  wanted(about: About): string;
  judge(found: Found, about: About): Judged;
  ask(about: About): string;
  takes: string;
}>;

/** `sentence` tells all that is to be known of it. */
export type Line = Readonly<{ name: string; standing: Standing; sentence: string }>;
export const stopsDeployment = ({ standing }: Line): boolean => standing === 'stops the deployment';

export type Look = (aws: Aws, about: About) => Promise<Line>;

export const look =
  <Found>(check: Check<Found>): Look =>
  async (aws, about) => {
    const { name, read, judge } = check;
    return read(aws, about)
      .then((answer) => lineOf(check, judge(answer, about), about))
      .catch((error: Error) => ({ name, standing: 'not read', sentence: whyNot(check, error) }));
  };

function lineOf<Found>(check: Check<Found>, judged: Judged, about: About): Line {
  const { name, takes } = check;
  const { standing, found } = judged;
  if (standing === 'ok') return { name, standing, sentence: found };
  const sentence =
    `found ${found}; wanted ${check.wanted(about)}. To get it: ${check.ask(about)}. ` +
    `That takes ${takes}.`;
  return { name, standing, sentence };
}

function whyNot({ needs }: Pick<Check<never>, 'needs'>, error: Error): string {
  const action = refusedAction(error, needs);
  return action
    ? `could not be read: your role needs ${action}.`
    : `could not be read: ${error.message.split('\n', 1)}`;
}
