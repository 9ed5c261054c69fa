import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runbookCommands, wordsOf } from '../runbook.ts';
import { type Moto, startMoto } from './moto.ts';
import { installed } from './pypi.ts';

/**
 * What moto cannot play, and why: AWS's own CLI only says whether it would send it. Everything else
 * of the runbook is done.
 */
const untried: Readonly<Record<string, string>> = {
  'aws cloudformation cancel-update-stack': 'a stack of moto is never in the midst of an update',
  'aws cloudformation continue-update-rollback': 'a stack of moto never fails to roll back',
  'aws dynamodb export-table-to-point-in-time': 'moto 5.1.22 answers it with an error of its own',
  'aws sqs start-message-move-task': 'moto 5.1.22 does not know it',
};

const awsCommands = runbookCommands('aws');
const isUntried = (command: string) =>
  Object.keys(untried).some((each) => command.startsWith(each));

const region = 'ap-southeast-3';
const stack = 'ingat-production';

let moto: Moto;
type Ran = (...words: readonly string[]) => Promise<string>;
let aws: Ran;
/** Where nobody answers. */
let unanswered: Ran;
let folder: string;
/** What an operator puts in the place of the words in capitals. */
let names: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ingat-runbook-'));
  const [played, cli] = await Promise.all([startMoto(), installed('awscli==1.46.3')]);
  moto = played;
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    ...moto.environment,
    ...cli.environment,
    AWS_DEFAULT_REGION: region,
    AWS_MAX_ATTEMPTS: '1',
  };
  const awsAt =
    (url: string): Ran =>
    async (...words) => {
      const awscli = ['-m', 'awscli', '--endpoint-url', url];
      const run = promisify(execFile)(cli.command, [...awscli, ...words], { cwd: folder, env });
      return (await run).stdout.trim();
    };
  aws = awsAt(moto.url);
  unanswered = awsAt('http://127.0.0.1:1');
  names = await madeInMoto();
});
afterAll(async () => {
  await moto?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const template = {
  Resources: {
    Alarms: { Type: 'AWS::SNS::Topic' },
    Slices: { Type: 'AWS::SQS::Queue' },
  },
  Outputs: { AlarmTopicArn: { Value: { Ref: 'Alarms' } } },
};

/** A stack of the name that the runbook uses, and beside it what the commands are about. */
async function madeInMoto(): Promise<Readonly<Record<string, string>>> {
  await fetch(`${moto.url}/moto-api/config`, {
    method: 'POST',
    body: JSON.stringify({ lambda: { use_docker: false } }),
  });
  await aws(
    ...['cloudformation', 'create-stack', '--stack-name', stack],
    ...['--template-body', JSON.stringify(template)],
  );
  const idOf = (logical: string) =>
    aws(
      ...['cloudformation', 'describe-stack-resource', '--stack-name', stack],
      ...['--logical-resource-id', logical, '--output', 'text'],
      ...['--query', 'StackResourceDetail.PhysicalResourceId'],
    );
  const queue = await idOf('Slices');
  const table = `${stack}-table`;
  await makeTable(table);
  for (const group of ['some-log', 'sns/ap-southeast-3/123456789012/DirectPublishToPhoneNumber'])
    await aws('logs', 'create-log-group', '--log-group-name', group);
  for (const secret of ['webhook', 'nik'])
    await aws('secretsmanager', 'create-secret', '--name', secret, '--secret-string', 'old');
  writeFileSync(join(folder, 'secrets.txt'), 'new\nold\n');
  writeFileSync(join(folder, 'message.json'), '{}');
  return {
    STACK: stack,
    ALARM_TOPIC: await idOf('Alarms'),
    WEBHOOK_SECRET: 'webhook',
    NIK_SECRET: 'nik',
    QUEUE_URL: queue.replace(/^https:..[^/]+/, moto.url),
    TABLE: table,
    LOG: 'some-log',
    ACCOUNT: '123456789012',
    ...(await makeFunction(queue)),
  };
}

async function makeTable(table: string): Promise<void> {
  await aws(
    ...['dynamodb', 'create-table', '--table-name', table, '--billing-mode', 'PAY_PER_REQUEST'],
    '--attribute-definitions',
    ...['AttributeName=pk,AttributeType=S', 'AttributeName=sk,AttributeType=S'],
    ...['--key-schema', 'AttributeName=pk,KeyType=HASH', 'AttributeName=sk,KeyType=RANGE'],
  );
  await aws(
    ...['dynamodb', 'update-continuous-backups', '--table-name', table],
    ...['--point-in-time-recovery-specification', 'PointInTimeRecoveryEnabled=true'],
  );
}

async function makeFunction(queue: string): Promise<Readonly<Record<string, string>>> {
  const role = 'arn:aws:iam::123456789012:role/any';
  await aws('iam', 'create-role', '--role-name', 'any', '--assume-role-policy-document', '{}');
  const code = ['--package-type', 'Image', '--code', 'ImageUri=made.up/image:1', '--role', role];
  await aws('lambda', 'create-function', '--function-name', 'some-function', ...code);
  await aws('lambda', 'publish-version', ...ofFunction);
  await aws('lambda', 'create-alias', '--name', 'live', ...ofFunction, '--function-version', '1');
  const { UUID } = JSON.parse(
    await aws(
      ...['lambda', 'create-event-source-mapping', ...ofFunction, '--event-source-arn'],
      `arn:aws:sqs:ap-southeast-3:123456789012:${queue.split('/').at(-1)}`,
    ),
  );
  return { FUNCTION: named, MAPPING: UUID, THE_ONE_BEFORE: '1' };
}

const named = 'some-function';
const ofFunction = ['--function-name', named] as const;

const filled = (command: string): readonly string[] =>
  wordsOf(command)
    .slice(1)
    .map((word) =>
      word.replaceAll(/\$?\b([A-Z][A-Z_]+[A-Z])\b/g, (_, name) => names[name] ?? name),
    );

it('says of few commands that they could not be tried, and of none that is not there', () => {
  const gone = Object.keys(untried).filter(
    (each) => !awsCommands.some((one) => one.startsWith(each)),
  );
  expect(gone).toEqual([]);
});

it.each(awsCommands.filter((each) => !isUntried(each)))('%s', async (command) => {
  await aws(...filled(command));
});

it.each(awsCommands.filter(isUntried))('%s would be sent', async (command) => {
  await expect(unanswered(...filled(command))).rejects.toThrow('Could not connect');
});

it.each(runbookCommands('npx'))('%s', async (command) => {
  const shown = [...filled(command), '--show-template'];
  expect((await promisify(execFile)('npx', shown)).stdout).toContain('CdkBootstrapVersion');
});

it.each(runbookCommands('export'))('%s', async (command) => {
  const said = await promisify(execFile)('sh', ['-euc', `${command}; echo $AWS_REGION $STACK`]);
  expect(said.stdout).toBe(`${region} ${stack}\n`);
});
