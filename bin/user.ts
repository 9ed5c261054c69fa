import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { explained } from './aws/faults.ts';
import { outputOf } from './aws/stack.ts';
import { stageAsked, stageOption } from './aws/stage-option.ts';
import { misused, readArguments } from './command.ts';
import { acts } from './user/deeds.ts';
import { poolOf } from './user/pool.ts';
import { emailIn, rolesIn } from './user/typed.ts';

const usage = `npm run user -- add    --stage production|staging --email ADDRESS --name NAME
                       --role ROLES
npm run user -- reset  --stage production|staging --email ADDRESS [--authenticator]
npm run user -- remove --stage production|staging --email ADDRESS

  Staff who sign in to the console, in Cognito, with your AWS credentials. The same call again
  changes nothing more, and says so.

  add     invites somebody by mail, or gives somebody who is there this name and these roles
  reset   has them set a new password, by a code in their mail; whoever has not signed in yet is
          invited anew
  remove  lets them sign in no more; what they did stays in the audit log under their name

  --role           admin, finance, service, or several with commas: all that they may be
  --authenticator  they also set up a new authenticator app, having lost the old one

  Example: npm run user -- add --stage staging --email rina@example.org --name "Rina Hartati"
             --role finance`;

const text = { type: 'string' } as const;
const { values, positionals } = readArguments(
  {
    ...stageOption,
    ...{ email: text, name: text, role: text },
    authenticator: { type: 'boolean', default: false },
  },
  usage,
);

await explained(async () => {
  const [typed = '', ...more] = positionals;
  if (!Object.hasOwn(acts, typed) || more.length > 0)
    return misused('Say what to do: npm run user -- add, reset or remove');
  const stage = stageAsked(values);
  const { name, authenticator } = values;
  const asked = {
    ...{ name, authenticator },
    email: emailIn(values.email),
    roles: rolesIn(values.role),
  };
  const region = { region: stage.region };
  const poolId = await outputOf(new CloudFormationClient(region), stage, 'UserPoolId');
  const pool = poolOf(new CognitoIdentityProvider(region), poolId);
  const found = await pool.find(asked.email);
  for (const { says, act } of acts[typed as keyof typeof acts](found, asked)) {
    await act?.(pool);
    console.log(`${says}.`);
  }
});
