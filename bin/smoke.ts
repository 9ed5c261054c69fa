import { explained } from './aws/faults.ts';
import { stageAsked, stageOption } from './aws/stage-option.ts';
import { dataOption, readOptions } from './command.ts';
import { httpCall } from './http-call.ts';
import { givenHere, givenInAws } from './smoke/given.ts';
import { type Outcome, runSteps } from './smoke/step.ts';
import { steps, textTo } from './smoke/steps.ts';
import { checkPhone } from './typed.ts';

const usage = `npm run smoke -- --stage production|staging [--url URL] [--text PHONE]
npm run smoke [-- --url http://localhost:8787] [--data DIR]

  Tries from outside, as people and channels do, whether a stage works. Nothing is recorded. It
  needs an admin's token in INGAT_TOKEN (npm run sign-in), and AWS credentials that may read the
  stack's outputs and its webhook secret; without --stage it tries Ingat on this machine.

  --url   where the console is, if not where the stack says
  --text  not in production: also sends a sample text to a phone among the plan's testPhones
  --data  the data folder on this machine (.ingat)

  INGAT_WEBHOOK_SECRET  the secret, where it should not be read from the stage

  Example: npm run smoke -- --stage staging`;

const text = { type: 'string' } as const;
const asked = readOptions({ ...stageOption, url: text, text, ...dataOption }, usage);

await explained(async () => {
  if (asked.text !== undefined && asked.stage === 'production')
    throw new Error('--text is not for production: the texts of a plan are tried in the console');
  if (asked.text !== undefined) checkPhone(asked.text);
  const given = asked.stage
    ? await givenInAws(stageAsked(asked), { url: asked.url })
    : await givenHere({ url: asked.url, data: asked.data });
  const texts = asked.text === undefined ? [] : [textTo(asked.text)];
  const outcomes = await runSteps([...steps, ...texts], given, ({ url, ...call }) =>
    // API Gateway gives up after 30 seconds.
    httpCall(url, { ...call, patience: 35 }),
  );
  for (const outcome of outcomes) console.log(inWords(outcome));
  const wrong = outcomes.filter(({ holds }) => !holds).length;
  console.log(
    wrong === 0
      ? `All ${outcomes.length} steps went well at ${given.url}`
      : `${wrong} of ${outcomes.length} steps did not go well at ${given.url}`,
  );
  if (wrong > 0) process.exitCode = 1;
});

function inWords({ name, expected, came, holds }: Outcome): string {
  return holds
    ? `ok     ${name}: ${came}`
    : `WRONG  ${name}: ${came}\n       expected: ${expected}`;
}
