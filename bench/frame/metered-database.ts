import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTable, startDatabase } from '#local/dynamodb/dynamodb';
import { close, listen, readBody } from '#local/http/aws-protocols';
import { type Meter, meterOf } from './meter.ts';

/**
 * dynoxide in a folder of its own, behind a server that asks it what each request consumed.
 * DynamoDB Local would not do: it doubles no transaction and charges no row that is missing.
 */
export async function startMeteredDatabase(): Promise<MeteredDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-bench-'));
  const file = join(folder, 'table.db');
  const database = await startDatabase({ table: file, isNew: true });
  await prepareTable(database, { fresh: true });
  const meter = meterOf();
  const agent = new Agent({ keepAlive: true });
  const server = createServer((from, to) => {
    pass(from, to, { url: new URL(database.url), agent, meter }).catch(() => to.destroy());
  });
  server.keepAliveTimeout = 0;
  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    ...{ url, direct: database.url, file, meter },
    async stop() {
      await close(server);
      agent.destroy();
      await database.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** `url` is metered, `direct` is not; `file` is dynoxide's own. */
export type MeteredDatabase = Readonly<{
  url: string;
  direct: string;
  file: string;
  meter: Meter;
  stop(): Promise<void>;
}>;

type Target = Readonly<{ url: URL; agent: Agent; meter: Meter }>;

async function pass(
  from: IncomingMessage,
  to: ServerResponse,
  { url, agent, meter }: Target,
): Promise<void> {
  const operation = String(from.headers['x-amz-target']);
  const isMetered = operation.startsWith('DynamoDB_') && consuming.test(operation);
  const sent = await readBody(from);
  const asked = isMetered ? JSON.parse(sent.toString()) : null;
  const body = asked ? Buffer.from(JSON.stringify({ ...asked, ...reported })) : sent;
  const headers = { ...from.headers, host: url.host, 'content-length': String(body.length) };
  const onward = request(url, {
    method: from.method ?? 'POST',
    path: from.url ?? '/',
    headers,
    agent,
  });
  onward.end(body);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    onward.on('response', resolve).on('error', reject);
  });
  const said = await readBody(answer);
  if (asked) meter.count(operation.split('.').at(-1) ?? '', asked, JSON.parse(said.toString()));
  to.writeHead(answer.statusCode ?? 500, {
    ...answer.headers,
    'content-length': String(said.length),
  });
  to.end(said);
}

const reported = { ReturnConsumedCapacity: 'TOTAL' };
const consuming = /\.(Get|BatchGet|Query|Scan|Put|Update|Delete|BatchWrite|Transact)/;
