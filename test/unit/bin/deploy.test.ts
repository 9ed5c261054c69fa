import { describe, expect, it } from 'vitest';
import { carryOut } from '../../../bin/deploy/carry-out.ts';
import {
  type Act,
  type Asked,
  type Found,
  refusalsOf,
  stepsOf,
} from '../../../bin/deploy/steps.ts';
import type { Line, Standing } from '../../../bin/preflight/check.ts';

const line = (name: string, standing: Standing): Line => ({ name, standing, sentence: `${name}!` });
const heard = line('alarm subscriber', 'ok');
const found = (stack: Found['stack'], ...preflight: readonly Line[]): Found => ({
  stack,
  preflight,
  sending: [],
  hasToken: true,
});
const asked: Asked = {
  stage: 'production',
  ...{ withoutSubscriber: false, withoutSmoke: false, whileSending: false, atOnce: false },
  cdk: [],
};

const inWords = (act: Act): string =>
  'program' in act ? act.program.join(' ') : `look: ${act.look}`;
const stepsIn = (before: Found, also: Partial<Asked> = {}): readonly string[] =>
  stepsOf(before, { ...asked, ...also }).map(({ act }) => inWords(act));

const build = 'npm run build:web';
const unprotected = 'npx cdk deploy --all -c stage=production -c unprotected=true';
const deploy = 'npx cdk deploy --all -c stage=production';
const smoke = 'npm run smoke -- --stage production';
const subscriber = 'look: subscriber';

describe('a deployment', () => {
  it.each([
    ['the first', 'none', {}, [build, unprotected, deploy, subscriber]],
    ['a first that was not protected yet', 'unprotected', {}, [build, deploy, smoke, subscriber]],
    ['every later one', 'protected', {}, [build, deploy, smoke]],
    ['a repair', 'protected', { atOnce: true }, [build, `${deploy} -c at-once=true`, smoke]],
    ['one that nobody tries', 'protected', { withoutSmoke: true }, [build, deploy]],
    ['one without a subscriber', 'none', { withoutSubscriber: true }, [build, unprotected, deploy]],
    [
      'one with arguments for cdk',
      'protected',
      { cdk: ['--require-approval', 'never'] },
      [build, `${deploy} --require-approval never`, smoke],
    ],
  ] as const)('has its steps: %s', (_, stack, also, steps) => {
    expect(stepsIn(found(stack), also)).toEqual(steps);
  });

  it.each([
    ['nothing stops it', found('protected', heard), {}, []],
    [
      'the region is not enabled',
      found('none', line('region', 'stops the deployment')),
      {},
      ['region: region!'],
    ],
    [
      'texts could not leave yet',
      found('none', line('SMS sandbox', 'stops the first text'), line('mail', 'advice')),
      {},
      [],
    ],
    ['something could not be read', found('protected', heard, line('quota', 'not read')), {}, []],
    [
      'nobody hears of alarms',
      found('protected', line('alarm subscriber', 'stops the deployment')),
      {},
      ['alarm subscriber: alarm subscriber! To deploy all the same: --without-subscriber.'],
    ],
    [
      'it is not known who hears of alarms',
      found('protected', line('alarm subscriber', 'not read')),
      {},
      ['alarm subscriber: alarm subscriber! To deploy all the same: --without-subscriber.'],
    ],
    [
      'nobody hears of alarms, and that is said',
      found('protected', line('alarm subscriber', 'stops the deployment')),
      { withoutSubscriber: true },
      [],
    ],
    [
      'texts leave',
      { ...found('protected', heard), sending: ['Texts leave.', 'More are due.'] },
      {},
      [
        'Texts leave. To deploy all the same: --while-sending.',
        'More are due. To deploy all the same: --while-sending.',
      ],
    ],
    [
      'texts leave, and that is said',
      { ...found('protected', heard), sending: ['Texts leave.'] },
      { whileSending: true },
      [],
    ],
    [
      'nobody could try it afterwards',
      { ...found('protected', heard), hasToken: false },
      {},
      [expect.stringMatching(/^INGAT_TOKEN is not set.*--without-smoke\.$/)],
    ],
    [
      'nobody is to try it afterwards',
      { ...found('protected', heard), hasToken: false },
      { withoutSmoke: true },
      [],
    ],
    ['nobody can sign in yet', { ...found('none', heard), hasToken: false }, {}, []],
    ['its protection broke off', { ...found('unprotected', heard), hasToken: false }, {}, []],
    ['there is no topic yet', found('none', line('alarm subscriber', 'advice')), {}, []],
    [
      'the first one was not protected yet',
      found('unprotected', line('alarm subscriber', 'stops the deployment')),
      {},
      [],
    ],
  ] as const)('is refused or not where %s', (_, before, also, refusals) => {
    expect(refusalsOf(before, { ...asked, ...also })).toEqual(refusals);
  });
});

describe('the steps', () => {
  const carried = async (wrong: (act: Act) => string | null) => {
    const ran: string[] = [];
    const said: string[] = [];
    const went = await carryOut(stepsOf(found('none'), asked), {
      outcome: async (act) => {
        ran.push(inWords(act));
        return wrong(act);
      },
      say: (sentence) => said.push(sentence),
    });
    return { ran, went, last: said.at(-1) };
  };

  it('run one after the other', async () => {
    const { ran, went } = await carried(() => null);
    expect(ran).toEqual([build, unprotected, deploy, subscriber]);
    expect(went).toBe(true);
  });

  it('end with the first that fails, which says what to do', async () => {
    const { ran, went, last } = await carried((act) =>
      inWords(act) === unprotected ? 'cdk ended with 1.' : null,
    );
    expect(ran).toEqual([build, unprotected]);
    expect(went).toBe(false);
    expect(last).toMatch(/^cdk ended with 1\. .*run the same command again/);
  });

  it('are not done while nobody hears of alarms', async () => {
    const { went, last } = await carried((act) => ('look' in act ? 'found 0 confirmed.' : null));
    expect(went).toBe(false);
    expect(last).toBe('found 0 confirmed. It is deployed, but nobody hears when an alarm rings.');
  });
});
