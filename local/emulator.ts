import { documentClient } from '#aws/database';
import { streamReader } from '#aws/renewals/stream-reader';
import type { Zone } from '#domain/calendar/zones';
import type { Settings } from '#domain/settings';
import { startClock } from '#local/clock';
import { openDataFolder, writeLocalFile } from '#local/data-folder';
import { prepareTable, startDatabase } from '#local/dynamodb/dynamodb';
import { keepReads } from '#local/dynamodb/kept-reads';
import { startRelay } from '#local/dynamodb/relay';
import { startTableStream, type TableStream } from '#local/dynamodb/table-stream';
import {
  databaseAt,
  lambdaArn,
  setEnvironment,
  stageSettings,
  tableName,
} from '#local/environment';
import { type EventTimeline, startEventTimeline } from '#local/event-timeline';
import { type Faults, keepFaults } from '#local/faults';
import { keepHandlerLog } from '#local/handler-log';
import { startAwsProtocols } from '#local/http/aws-protocols';
import { startConsole } from '#local/http/console';
import { startGateway } from '#local/http/gateway';
import { startHttpServer } from '#local/http/http-server';
import { startLocalApi } from '#local/http/local-api';
import { importHandler, type Lambda, type LoadHandler, startLambda } from '#local/lambda';
import { type DryRun, dryRun } from '#local/scheduler/dry-run';
import { fire } from '#local/scheduler/fire';
import { type Scheduler, startScheduler } from '#local/scheduler/scheduler';
import { startSecrets } from '#local/secrets';
import { signInPath, startSignIn } from '#local/sign-in/sign-in';
import { startTokens } from '#local/sign-in/tokens';
import { type Carrier, startCarrier } from '#local/sns/carrier';
import { startSns } from '#local/sns/sns';
import { type Queue, startQueue } from '#local/sqs/sqs';
import type { State } from '#local/state';
import { deployTriggers, planSchedules, sliceQueue, upkeepSchedules } from '#triggers';

export type EmulatorOptions = Readonly<{
  dataDir: string;
  /** 0 takes a free one. */
  port: number;
  /** Where the clock starts, in ms since 1970; only heeded where the folder holds nothing from before. */
  now?: number;
  fresh?: boolean;
  settings?: Partial<Settings>;
  /** For people who are all made up: who is held out is then the same in every such stage. Without it a secret is made. */
  nikSecret?: string;
  loadHandler?: LoadHandler;
  /** In a jump each round is made, even where it comes to nothing. */
  everyRound?: boolean;
}>;

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** How to take down what was put up, in the order of putting up. */
type Undo = (() => unknown)[];

/** All of Ingat in this process, on its data folder, by a clock that can be moved. One at a time: `Date` and the environment are the process's. */
export async function startEmulator(options: EmulatorOptions) {
  const undo: Undo = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await build(undo, options)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  undo: Undo,
  {
    dataDir,
    port,
    now,
    fresh = false,
    settings,
    nikSecret,
    loadHandler,
    everyRound = loadHandler !== undefined,
  }: EmulatorOptions,
) {
  const folder = openDataFolder(dataDir, { fresh });
  undo.push(() => folder.opened.close());
  const httpServer = await startHttpServer(port);
  undo.push(() => httpServer.stop());
  const log = keepHandlerLog(folder.log);
  undo.push(() => log.close());

  const faults = keepFaults();
  const dynamodb = await startDynamodb(undo, { dataDir, tableFile: folder.table, fresh, faults });
  const { clock, first } = restoreClock(undo, folder.opened, now);
  const lambda = startLambda({ load: loadHandler ?? importHandler, log });
  const whole = { ...stageSettings, ...settings };
  const { reads } = dynamodb;
  const dry = everyRound || !reads ? null : dryRun({ reads, settings: whole });
  const aws = await startAws(undo, {
    state: folder.opened,
    lambda,
    faults,
    nikSecret,
    dryRun: dry,
  });
  undo.push(setEnvironment({ wire: aws.url, dynamodb: dynamodb.relayed }, whole));

  deploySchedules(aws.scheduler);
  for (const handler of deployTriggers) await lambda.invoke(handler, {});
  const stream = startTableStream({
    reader: streamReader(databaseAt(dynamodb.direct), tableName),
    state: folder.opened,
    lambda,
    log,
  });
  const sources = [aws.scheduler.events, aws.queue.events, aws.carrier.events];
  const eventTimeline = startEventTimeline({
    sources,
    moveTo: clock.moveTo,
    caughtUp: stream.caughtUp,
  });
  aws.tellOfChanges(eventTimeline.arm);
  undo.push(() => endWork(eventTimeline, { ...aws, stream }));
  undo.push(() => httpServer.stop());

  const tokens = startTokens(folder.opened);
  let isReady = false;
  const parts = {
    eventTimeline,
    faults,
    tokens,
    scheduler: aws.scheduler,
    outbox: aws.sns.outbox,
    isReady: () => isReady,
  };
  httpServer.open(
    {
      '/_local/': startLocalApi(parts),
      '/api/': startGateway({ lambda, tokens }),
      '/': startConsole(),
    },
    { [`${signInPath}/`]: startSignIn({ state: folder.opened, tokens, port: httpServer.port }) },
  );
  writeLocalFile(folder.local, {
    port: httpServer.port,
    webhookSecret: aws.secrets.webhookSecret,
    database: dynamodb.direct,
  });
  return {
    url: `http://127.0.0.1:${httpServer.port}`,
    port: httpServer.port,
    webhookSecret: aws.secrets.webhookSecret,
    /** Whether nothing was there from before. */
    first,
    /** Small things to remember with the data, such as how far the story has come. */
    kept: { read: folder.opened.read, write: folder.opened.write },
    /** From now on `GET /_local/health` answers 200. */
    ready: (): void => {
      isReady = true;
    },
    signIn: tokens.sign,
    outbox: aws.sns.outbox,
    deadLetters: aws.queue.deadLetters,
    setFaults: faults.set,
    /** To an instant in ms since 1970; resolves when all that fell due by then has run. */
    moveTo: (instant: number) => eventTimeline.moveTo(() => instant),
    settled: eventTimeline.settled,
    fire: (zone: Zone, time: string) => fire(parts, { zone, time }),
  };
}

type DynamodbOptions = Readonly<{
  dataDir: string;
  tableFile: string;
  fresh: boolean;
  faults: Faults;
}>;

/**
 * Answers the URL by which handlers reach the table, and the one that no faults stand before: Lambda reads the stream for them. `reads` are kept
 * only where each write of a handler is seen.
 */
async function startDynamodb(undo: Undo, { dataDir, tableFile, fresh, faults }: DynamodbOptions) {
  const database = await startDatabase(dataDir, tableFile);
  undo.push(() => database.stop());
  await prepareTable(database, { fresh });
  // Faults are for a database of ours on this machine; anything else is reached as it is named.
  if (new URL(database.url).protocol !== 'http:')
    return { relayed: database.url, direct: database.url, reads: null };
  const client = documentClient(databaseAt(database.url));
  undo.push(() => client.destroy());
  const reads = keepReads({ client, tableName });
  const wrote = reads.forgetWhatChanged;
  const relay = await startRelay(database.url, { faults: faults.dynamodb, wrote });
  undo.push(() => relay.stop());
  return { relayed: relay.url, direct: database.url, reads };
}

/** The clock goes on where it stood, plus the time that has passed since; at the very first start it begins at `now`. */
function restoreClock(undo: Undo, state: State, now: number | undefined) {
  const kept = state.read('clock.lead');
  const lead = kept === undefined && now !== undefined ? now - Date.now() : Number(kept ?? 0);
  const clock = startClock(lead, (ahead) => state.write('clock.lead', String(ahead)));
  undo.push(() => clock.stop());
  return { clock, first: kept === undefined };
}

type AwsOptions = Readonly<{
  state: State;
  lambda: Lambda;
  faults: Faults;
  nikSecret: string | undefined;
  dryRun: DryRun | null;
}>;

async function startAws(undo: Undo, { state, lambda, faults, nikSecret, dryRun }: AwsOptions) {
  let tell = (): void => undefined;
  const changed = (): void => tell();
  const carrier = startCarrier({ state, faults, lambda, changed });
  const sns = startSns({ state, faults, carrier });
  const secrets = startSecrets(state, nikSecret ? { nik: nikSecret } : {});
  const scheduler = startScheduler({ state, lambda, changed, dryRun });
  const rules = { ...sliceQueue, atOnce: 4 };
  const queue = startQueue({
    state,
    rules,
    changed,
    deliver: (event) => lambda.invoke(sliceQueue.handler, event),
  });
  const wire = await startAwsProtocols({
    sns: sns.service,
    sqs: queue.service,
    scheduler: scheduler.service,
    secrets: secrets.service,
  });
  undo.push(() => wire.stop());
  const tellOfChanges = (told: () => void): void => {
    tell = told;
  };
  return { url: wire.url, sns, carrier, secrets, scheduler, queue, tellOfChanges };
}

type Work = Readonly<{ queue: Queue; carrier: Carrier; stream: TableStream }>;

/** What is under way when the stage is stopped may end within three seconds; after that it is left as by a crash. */
async function endWork(
  eventTimeline: EventTimeline,
  { queue, carrier, stream }: Work,
): Promise<void> {
  eventTimeline.stop();
  queue.stop();
  carrier.stop();
  stream.stop();
  await Promise.race([
    eventTimeline.settled(),
    new Promise((resolve) => setTimeout(resolve, 3_000).unref()),
  ]);
}

/** As the stack does it: both groups, and our own schedules in theirs. What an earlier version of us left there goes. */
function deploySchedules(scheduler: Scheduler): void {
  scheduler.addGroup(planSchedules.group);
  scheduler.addGroup(upkeepGroup);
  for (const { name, expression, timezone, handler } of upkeepSchedules) {
    scheduler.put({
      Name: name,
      GroupName: upkeepGroup,
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: timezone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: lambdaArn(handler),
        RoleArn: 'arn:aws:iam::000000000000:role/schedules',
        Input: JSON.stringify({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
      },
    });
  }
  const names: readonly string[] = upkeepSchedules.map(({ name }) => name);
  const left = scheduler
    .list()
    .filter(({ GroupName, Name }) => GroupName === upkeepGroup && !names.includes(Name));
  left.forEach(scheduler.remove);
  scheduler.resume();
}

const upkeepGroup = 'ingat-upkeep';
