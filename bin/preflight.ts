import { awsIn } from './aws/clients.ts';
import { explained } from './aws/faults.ts';
import { stageAsked, stageOption } from './aws/stage-option.ts';
import { readOptions } from './command.ts';
import { stopsDeployment } from './preflight/check.ts';
import { preflight, shown } from './preflight/preflight.ts';

const usage = `npm run preflight -- --stage production|staging

  Reads, with your AWS credentials, what must be there before a deployment and before the first
  text, a line each, and changes nothing. Exit code 1 if something stops the deployment.

  Example: npm run preflight -- --stage staging`;

const asked = readOptions(stageOption, usage);

await explained(async () => {
  const stage = stageAsked(asked);
  const { account, caller, lines } = await preflight(awsIn(stage.region), stage);
  console.log(`${stage.settings.stage}, account ${account}, as ${caller}\n`);
  for (const line of lines) console.log(shown(line));
  if (lines.some(stopsDeployment)) process.exitCode = 1;
});
