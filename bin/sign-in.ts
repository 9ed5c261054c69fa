import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { explained } from './aws/faults.ts';
import { outputOf } from './aws/stack.ts';
import { stageAsked, stageOption } from './aws/stage-option.ts';
import { readOptions } from './command.ts';
import { signInAt } from './sign-in/sign-in-at.ts';

const usage = `npm run -s sign-in -- --stage production|staging
npm run -s sign-in -- --url http://localhost:8787

  Signs you in as the console does, in your browser, and prints a token and nothing else:

    export INGAT_TOKEN=$(npm run -s sign-in -- --stage staging)

  The other commands take it from there; in AWS it lasts an hour. The browser has to be on this
  machine; if you came by ssh, bring the port along: ssh -L 8788:127.0.0.1:8788.

  --url  where the console is; it needs no AWS credentials

  Example: npm run -s sign-in -- --stage staging`;

const asked = readOptions({ ...stageOption, url: { type: 'string' } }, usage);

await explained(async () => {
  const token = await signInAt(asked.url ?? (await consoleOf()), (address) =>
    console.error(`Open this address in a browser on this machine, and sign in:\n\n${address}\n`),
  );
  console.error('You are signed in.');
  console.log(token);
});

async function consoleOf(): Promise<string> {
  const stage = stageAsked(asked);
  return outputOf(new CloudFormationClient({ region: stage.region }), stage, 'ConsoleUrl');
}
