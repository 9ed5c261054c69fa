import { subscriber } from '../preflight/alarms.ts';
import { type Line, stopsDeployment } from '../preflight/check.ts';

/** What there was before the deployment. */
export type Found = Readonly<{
  stack: 'none' | 'unprotected' | 'protected';
  preflight: readonly Line[];
  /** Texts that are leaving or about to, a sentence each. */
  sending: readonly string[];
  /** INGAT_TOKEN is set: the smoke test signs in with it. */
  hasToken: boolean;
}>;
export type Asked = Readonly<{
  stage: string;
  withoutSubscriber: boolean;
  withoutSmoke: boolean;
  whileSending: boolean;
  /** Without a canary: a repair. */
  atOnce: boolean;
  /** Further arguments of cdk. */
  cdk: readonly string[];
}>;

/** Why a deployment must not begin, a sentence each; none if it may. */
export const refusalsOf = (found: Found, asked: Asked): readonly string[] =>
  refusals.flatMap((refusal) => refusal(found, asked));

type Refusal = (found: Found, asked: Asked) => readonly string[];

const preflightStops: Refusal = ({ preflight }) =>
  preflight.filter((line) => stopsDeployment(line) && line.name !== subscriber.name).map(inWords);

/** Before the first deployment there is no topic; right after it the last step asks. */
const nobodyHears: Refusal = ({ stack, preflight }, { withoutSubscriber }) =>
  withoutSubscriber || stack !== 'protected'
    ? []
    : preflight
        .filter(({ name, standing }) => name === subscriber.name && standing !== 'ok')
        .map((line) => `${inWords(line)} To deploy all the same: --without-subscriber.`);

const textsLeave: Refusal = ({ sending }, { whileSending }) =>
  whileSending ? [] : sending.map((why) => `${why} To deploy all the same: --while-sending.`);

/** A stack that is not protected yet may have no user who could sign in. */
const nobodySignsIn: Refusal = ({ stack, hasToken }, { withoutSmoke }) =>
  stack !== 'protected' || hasToken || withoutSmoke
    ? []
    : [
        'INGAT_TOKEN is not set, with which the smoke test signs in afterwards (npm run ' +
          'sign-in). To deploy all the same: --without-smoke.',
      ];

const inWords = ({ name, sentence }: Line): string => `${name}: ${sentence}`;

const refusals: readonly Refusal[] = [preflightStops, nobodyHears, textsLeave, nobodySignsIn];

/** A program to run, or something to look at, which has to be as wanted. */
export type Act = Readonly<{ program: readonly string[] } | { look: 'subscriber' }>;
export type Step = Readonly<{ does: string; act: Act; ifItFails: string }>;

/**
 * What to run, one after the other. A first deployment that fails has to be deletable, so it is
 * protected by a second one, once it has gone through.
 */
export function stepsOf({ stack, hasToken }: Found, asked: Asked): readonly Step[] {
  return [
    buildConsole,
    ...(stack === 'none' ? [cdk(asked, firstTime)] : []),
    cdk(asked, stack === 'protected' ? again : protecting),
    ...(stack === 'none' || asked.withoutSmoke || !hasToken ? [] : [smoke(asked)]),
    ...(stack === 'protected' || asked.withoutSubscriber ? [] : [askForSubscriber]),
  ];
}

const buildConsole: Step = {
  does: 'Building the console',
  act: { program: ['npm', 'run', 'build:web'] },
  ifItFails: 'Nothing was deployed.',
};

type Round = Omit<Step, 'act'> & Readonly<{ context: readonly string[] }>;

const firstTime: Round = {
  does: 'Deploying for the first time, unprotected, so that it can be deleted if it fails',
  context: ['-c', 'unprotected=true'],
  ifItFails:
    'Nothing of it is kept, and nobody was texted. Mend what the oldest CREATE_FAILED says, and ' +
    'run the same command again: it deletes what is there and makes it anew.',
};
const protecting: Round = {
  does: 'Protecting the stack, its table and its users against deletion by mistake',
  context: [],
  ifItFails: 'The stack is there and works, unprotected: run the same command again.',
};
const again: Round = {
  does: 'Deploying',
  context: [],
  ifItFails: 'AWS goes back to what was there before.',
};

const cdk = ({ stage, atOnce, cdk }: Asked, { context, ...round }: Round): Step => {
  const contexts = ['-c', `stage=${stage}`, ...context, ...(atOnce ? ['-c', 'at-once=true'] : [])];
  return { ...round, act: { program: ['npx', 'cdk', 'deploy', '--all', ...contexts, ...cdk] } };
};

/** Before the first deployment there is nobody who could sign in. */
const smoke = ({ stage }: Asked): Step => ({
  does: 'Trying from outside whether it works',
  act: { program: ['npm', 'run', 'smoke', '--', '--stage', stage] },
  ifItFails:
    'It is deployed and does not work as it should: docs/operating.md, "Taking a deployment back".',
});

const askForSubscriber: Step = {
  does: 'Looking who hears of alarms',
  act: { look: 'subscriber' },
  ifItFails: 'It is deployed, but nobody hears when an alarm rings.',
};
