import {
  type CloudFormationClient,
  DescribeStacksCommand,
  type DescribeStacksOutput,
} from '@aws-sdk/client-cloudformation';
import { type Stage, stackName } from '#lib/stages';

export type StackFound = Readonly<{
  /** Its first deployment has gone through. */
  isDeployed: boolean;
  isProtected: boolean;
  outputs: Readonly<Record<string, string>>;
}>;

/** What CloudFormation knows of a stage's stack; null where there is none. */
export async function findStack(
  stacks: CloudFormationClient,
  stage: Stage,
): Promise<StackFound | null> {
  const StackName = stackName(stage);
  const answer = await stacks.send(new DescribeStacksCommand({ StackName })).catch((error) => {
    // CloudFormation has no code of its own for a stack that is not there.
    if (error.name === 'ValidationError' && /does not exist/.test(error.message)) return null;
    throw error;
  });
  return answer && foundIn(answer);
}

function foundIn({ Stacks }: DescribeStacksOutput): StackFound | null {
  const [stack] = Stacks ?? [];
  if (!stack) return null;
  const named = (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [
    OutputKey,
    OutputValue,
  ]);
  return {
    isDeployed: /^(CREATE_COMPLETE|UPDATE_|IMPORT_)/.test(stack.StackStatus ?? ''),
    isProtected: stack.EnableTerminationProtection ?? false,
    outputs: Object.fromEntries(named),
  };
}

/** An output of a stack that has to be there; the Error says what to do. */
export async function outputOf(
  stacks: CloudFormationClient,
  stage: Stage,
  output: string,
): Promise<string> {
  const value = (await findStack(stacks, stage))?.outputs[output];
  if (value) return value;
  const name = stage.settings.stage;
  throw new Error(
    `The stack ${stackName(stage)} has no output ${output} yet: npm run deploy -- --stage ${name}`,
  );
}
