import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretReader } from '#aws/secrets';
import { type Stage, stackName } from '#lib/stages';
import { localFile, signIn, tokenFromEnvironment } from '../api-client.ts';
import { awsIn } from '../aws/clients.ts';
import { findStack } from '../aws/stack.ts';
import type { Given } from './step.ts';

type Place = Readonly<{ url: string | undefined }>;

/** From the stack's outputs, with the caller's AWS credentials. */
export async function givenInAws(stage: Stage, { url }: Place): Promise<Given> {
  const token = tokenFromEnvironment('admin');
  const stack = await findStack(awsIn(stage.region).stacks, stage);
  if (!stack) throw new Error(`There is no stack ${stackName(stage)}: deploy it first`);
  const output = (name: string): string => {
    const value = stack.outputs[name];
    if (!value) throw new Error(`The stack ${stackName(stage)} has no output ${name}: deploy it`);
    return value;
  };
  return {
    url: bare(url ?? output('ConsoleUrl')),
    token,
    now: new Date().toISOString(),
    webhookSecret:
      process.env.INGAT_WEBHOOK_SECRET ??
      (await readSecret(stage.region, output('WebhookSecretArn'))),
  };
}

/** While a secret is replaced there are two, a line each; either has to do. */
async function readSecret(region: string, arn: string): Promise<string> {
  const secrets = await secretReader(new SecretsManagerClient({ region }))(arn);
  return secrets.trim().split(/\s+/)[0] ?? '';
}

/** From what the emulator of this folder wrote down about itself. */
export async function givenHere({ url, data }: Place & Readonly<{ data: string }>): Promise<Given> {
  const { port, webhookSecret } = localFile(data, 'name a stage with --stage');
  const here = bare(url ?? `http://127.0.0.1:${port}`);
  return {
    url: here,
    token: await signIn(here, 'admin'),
    now: new Date().toISOString(),
    webhookSecret: process.env.INGAT_WEBHOOK_SECRET ?? webhookSecret,
  };
}

const bare = (url: string): string => url.replace(/\/+$/, '');
