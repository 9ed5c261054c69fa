import { streamReader } from '#aws/renewals/stream-reader';
import type { Zone } from '#domain/calendar/zones';
import type { Settings } from '#domain/settings';
import { startCloudWatch } from '#local/cloudwatch/cloudwatch';
import { functionLog } from '#local/cloudwatch/names';
import { deploy } from '#local/deploy';
import { tableExports } from '#local/dynamodb/export/table-exports';
import type { KeptReads } from '#local/dynamodb/kept-reads';
import { startStreamTrim } from '#local/dynamodb/stream-trim';
import { startTableStream, type TableStream } from '#local/dynamodb/table-stream';
import { databaseAt, setEnvironment, stageSettings, tableName } from '#local/environment';
import { type EventTimeline, startEventTimeline } from '#local/event-timeline';
import { keepFaults } from '#local/faults';
import { type DataFolder, openDataFolder } from '#local/folder/data-folder';
import { writeLocalFile } from '#local/folder/local-file';
import { keepHandlerLog } from '#local/handler-log';
import { startConsole } from '#local/http/console';
import { startGateway } from '#local/http/gateway';
import { type HttpServer, startHttpServer } from '#local/http/http-server';
import { startLocalApi } from '#local/http/local-api';
import { keepClock } from '#local/kept-clock';
import { importHandler, type LoadHandler, startLambda } from '#local/lambda';
import { s3Path } from '#local/s3/s3';
import { type DryRun, dryRun } from '#local/scheduler/dry-run';
import { fire } from '#local/scheduler/fire';
import { signInPath, startSignIn } from '#local/sign-in/sign-in';
import { startTokens } from '#local/sign-in/tokens';
import { keepDeadLetters } from '#local/sqs/dead-letters';
import { type Aws, startAws, startDynamodb, type Undo } from '#local/stand-ins';

export type EmulatorOptions = Readonly<{
  dataDir: string;
  /** 0 takes a free one. */
  port: number;
  /** Where the clock starts, in ms since 1970, in a folder that holds nothing from before. */
  now?: number;
  fresh?: boolean;
  settings?: Partial<Settings>;
  /** Made-up people get a fixed secret, so that the same workers are held out everywhere. */
  nikSecret?: string;
  loadHandler?: LoadHandler;
  /** Make each round in a jump of the clock, even one that would come to nothing. */
  everyRound?: boolean;
}>;

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/**
 * All of Ingat in this process, on its data folder, by a clock that can be moved. One at a time:
 * `Date` and the environment belong to the process.
 */
export async function startEmulator(options: EmulatorOptions) {
  const undo: Undo = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = openDataFolder(options.dataDir, { fresh: options.fresh ?? false });
    undo.push(() => folder.close());
    const httpServer = await startHttpServer(options.port);
    undo.push(() => httpServer.stop());
    const cloud = await startCloud(undo, { folder, httpServer }, options);
    undo.push(() => httpServer.stop());
    const doors = openDoors(httpServer, folder, cloud);
    folder.keep();
    return { ...doors, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Cloud = Awaited<ReturnType<typeof startCloud>>;
type Place = Readonly<{ folder: DataFolder; httpServer: HttpServer }>;

/** The handlers, the services that they call and the services that call them. */
async function startCloud(undo: Undo, { folder, httpServer }: Place, options: EmulatorOptions) {
  const state = folder.opened;
  const { fresh = false, now, nikSecret, loadHandler = importHandler } = options;
  const settings = { ...stageSettings, ...options.settings };
  const cloudwatch = startCloudWatch();
  const log = keepHandlerLog(folder.log, (name, line) => cloudwatch.log(functionLog(name), line));
  undo.push(() => log.close());
  const faults = keepFaults();
  const dynamodb = await startDynamodb(undo, { folder, fresh, faults });
  const { clock, first, setBack } = keepClock(state, now);
  undo.push(() => clock.stop());
  const letters = keepDeadLetters(state);
  const lambda = startLambda({
    ...{ load: loadHandler, log, faults, cloudwatch },
    bury: letters.buryFor,
  });
  const dry = dryRunOf(options, dynamodb.reads, settings);
  const aws = await startAws(undo, {
    ...{ state, lambda, faults, nikSecret, dryRun: dry, letters, cloudwatch, settings },
    exports: tableExports({ file: dynamodb.dynoxideFile, buckets: folder.exports }),
    folder: folder.bucket,
  });
  httpServer.handOn(s3Path, aws.bucket.listener);
  const s3 = `http://127.0.0.1:${httpServer.port}${s3Path}`;
  undo.push(setEnvironment({ wire: aws.url, dynamodb: dynamodb.relayed, s3 }, settings));
  await deploy(aws.scheduler, lambda);
  const reader = streamReader(databaseAt(dynamodb.direct), tableName);
  const stream = startTableStream({
    ...{ reader, state, lambda, log, faults, letters, cloudwatch },
    saw: dynamodb.reads?.forgetRows,
    trim: dynamodb.dynoxideFile ? startStreamTrim(state, dynamodb.dynoxideFile) : undefined,
    isHeld: () => eventTimeline.isJumping(),
  });
  const eventTimeline = startEventTimeline({
    sources: [aws.scheduler, ...Object.values(aws.queues), aws.carrier, aws.bucket].map(
      ({ events }) => events,
    ),
    moveTo: (instant) => {
      cloudwatch.passTo(instant);
      clock.moveTo(instant);
    },
    caughtUp: stream.caughtUp,
  });
  aws.tellOfChanges(eventTimeline.arm);
  undo.push(() => endWork(eventTimeline, aws, stream));
  return {
    first,
    setBack,
    lambda,
    faults,
    aws,
    eventTimeline,
    cloudwatch,
    ...{ database: dynamodb.direct, dynoxideFile: dynamodb.dynoxideFile },
  };
}

/** Handlers that a test brings along are all called: a dry run knows nothing of them. */
function dryRunOf(
  { loadHandler, everyRound = loadHandler !== undefined }: EmulatorOptions,
  reads: KeptReads | null,
  settings: Settings,
): DryRun | null {
  return everyRound || !reads ? null : dryRun({ reads, settings });
}

/** Work under way may end within three seconds; after that it is as after a crash. */
async function endWork(timeline: EventTimeline, aws: Aws, stream: TableStream): Promise<void> {
  const queues = Object.values(aws.queues);
  for (const part of [timeline, ...queues, aws.bucket, aws.carrier, stream]) part.stop();
  await Promise.race([
    timeline.settled(),
    new Promise((resolve) => setTimeout(resolve, 3_000).unref()),
  ]);
}

/** Opens the public address, and answers what the process itself may do with the emulator. */
function openDoors(httpServer: HttpServer, folder: DataFolder, cloud: Cloud) {
  const { first, setBack, lambda, faults, aws, eventTimeline, cloudwatch, database, dynoxideFile } =
    cloud;
  const { port } = httpServer;
  const url = `http://127.0.0.1:${port}`;
  const { webhookSecret } = aws.secrets;
  const { outbox } = aws.sns;
  const state = folder.opened;
  const tokens = startTokens(state, lambda);
  let ready = false;
  const isReady = () => ready;
  const parts = {
    ...{ eventTimeline, faults, tokens, scheduler: aws.scheduler, outbox, isReady, cloudwatch },
  };
  httpServer.handOn(signInPath, startSignIn({ state, tokens, port }));
  httpServer.open({
    '/_local/': startLocalApi(parts),
    '/api/': startGateway({ lambda, tokens, cloudwatch }),
    '/': startConsole(url),
  });
  writeLocalFile(folder.local, { port, webhookSecret, database, aws: aws.url });
  return {
    ...{ url, port, webhookSecret },
    /** Where dynoxide keeps the table; null where another database does. */
    dynoxideFile,
    /** Whether the data folder held nothing from before. */
    first,
    /** By how many ms the machine's own clock was set back since the last start; else 0. */
    setBack,
    /** Small things to remember with the data, such as how far the demo has come. */
    kept: { read: state.read, write: state.write },
    /** From now on `GET /_local/health` answers 200. */
    ready: (): void => {
      ready = true;
    },
    signIn: tokens.sign,
    outbox,
    deadLetters: aws.queues.slices.deadLetters,
    setFaults: faults.set,
    /** To an instant in ms since 1970; resolves when all that fell due by then has run. */
    moveTo: (instant: number) => eventTimeline.moveTo(() => instant),
    settled: eventTimeline.settled,
    fire: (zone: Zone, time: string) => fire(parts, { zone, time }),
  };
}
