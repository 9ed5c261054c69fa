import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { documentClient } from '#aws/document-client';
import type { Stage } from '#lib/stages';
import { type Aws, awsIn } from './aws/clients.ts';
import { explained } from './aws/faults.ts';
import { findStack, type StackFound } from './aws/stack.ts';
import { stageAsked, stageOption } from './aws/stage-option.ts';
import { readArguments } from './command.ts';
import { carryOut } from './deploy/carry-out.ts';
import { readSending } from './deploy/read-sending.ts';
import { whyWait } from './deploy/sending.ts';
import { type Act, type Found, refusalsOf, stepsOf } from './deploy/steps.ts';
import { subscriber } from './preflight/alarms.ts';
import { look } from './preflight/check.ts';
import { preflight, shown } from './preflight/preflight.ts';

const usage = `npm run deploy -- --stage production|staging [OPTIONS] [-- CDK OPTIONS]

  Looks first at what npm run preflight looks at, and stops on what stops a deployment, or while
  texts leave or will within half an hour. Then it builds the console and deploys with your AWS
  credentials; the first time twice, the second time to protect what is there. Afterwards it tries
  whether all works (npm run smoke), with an admin's token in INGAT_TOKEN (npm run sign-in).

  --while-sending       deploy although texts leave
  --at-once             without a canary: for a repair, while an alarm rings
  --without-smoke       do not try afterwards whether all works
  --without-subscriber  deploy although nobody hears when an alarm rings
  --                    what follows goes to cdk, such as -- --require-approval never

  Example: npm run deploy -- --stage staging`;

const flag = { type: 'boolean', default: false } as const;
const { values, positionals } = readArguments(
  {
    ...stageOption,
    'while-sending': flag,
    'at-once': flag,
    'without-smoke': flag,
    'without-subscriber': flag,
  },
  usage,
);

await explained(async () => {
  const stage = stageAsked(values);
  const aws = awsIn(stage.region);
  const asked = {
    stage: stage.settings.stage,
    withoutSubscriber: values['without-subscriber'],
    withoutSmoke: values['without-smoke'],
    whileSending: values['while-sending'],
    atOnce: values['at-once'],
    cdk: positionals,
  };
  const found = await before(aws, stage);
  const refusals = refusalsOf(found, asked);
  if (refusals.length > 0) throw new Error(refusals.join('\n'));
  const went = await carryOut(stepsOf(found, asked), {
    outcome: (act) => outcome(act, { aws, stage }),
    say: (sentence) => console.error(sentence),
  });
  if (!went) process.exitCode = 1;
});

async function before(aws: Aws, stage: Stage): Promise<Found> {
  const { lines } = await preflight(aws, stage);
  for (const line of lines) console.error(shown(line));
  const stack = await findStack(aws.stacks, stage);
  const seen = { preflight: lines, hasToken: Boolean(process.env.INGAT_TOKEN) };
  if (!stack?.isDeployed) return { ...seen, stack: 'none', sending: [] };
  const sending = await sendingNow(stack, stage);
  return { ...seen, stack: stack.isProtected ? 'protected' : 'unprotected', sending };
}

/** Whoever deploys all the same may have to because the table cannot be read. */
async function sendingNow({ outputs }: StackFound, stage: Stage): Promise<readonly string[]> {
  if (values['while-sending'] || !outputs.TableName) return [];
  const client = documentClient({ region: stage.region });
  const database = { client, tableName: outputs.TableName };
  const sending = await readSending(database, new Date().toISOString()).finally(() =>
    client.destroy(),
  );
  return sending ? whyWait(sending, stage.settings) : [];
}

async function outcome(
  act: Act,
  { aws, stage }: Readonly<{ aws: Aws; stage: Stage }>,
): Promise<string | null> {
  if ('program' in act) return run(act.program);
  const { standing, sentence } = await look(subscriber)(aws, { stage, account: '' });
  return standing === 'ok' ? null : sentence;
}

async function run([program = '', ...options]: readonly string[]): Promise<string | null> {
  const [code] = await once(spawn(program, options, { stdio: 'inherit' }), 'exit');
  return code === 0 ? null : `${program} ${options[0]} ended with ${code}.`;
}
