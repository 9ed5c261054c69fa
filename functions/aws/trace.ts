import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { DynamoDBClient, GetItemCommandOutput } from '@aws-sdk/client-dynamodb';

/** What Lambda tells a function of the trace that its invocation belongs to. */
export type Tracing = Readonly<{ header?: string | undefined; daemon?: string | undefined }>;

/** Each call as an X-Ray subsegment, with nothing that was sent or answered (decision 0042). */
export const tracedBy =
  (tracing: () => Tracing) =>
  <C extends Readonly<{ middlewareStack: object }>>(client: C): C => {
    const stack = client.middlewareStack as DynamoDBClient['middlewareStack'];
    stack.add(
      (next, { clientName = '', commandName = '' }) =>
        async (args) => {
          const line = begun(tracing());
          if (!line) return next(args);
          const called = { ...named(clientName, commandName), ...placeIn(args.input) };
          try {
            const result = await next(args);
            line.end(called, result.output.$metadata);
            return result;
          } catch (error) {
            line.end(called, (error as { $metadata?: Metadata }).$metadata ?? {}, true);
            throw error;
          }
        },
      { step: 'build', name: 'traced' },
    );
    return client;
  };

type Called = Readonly<{ client: string; operation: string }>;
type Metadata = GetItemCommandOutput['$metadata'];

const named = (client: string, command: string): Called => ({
  client: client.replace(/Client$/, ''),
  operation: command.replace(/Command$/, ''),
});

const placeIn = (input: object) => {
  const { TableName: table_name, QueueUrl: queue_url } = input as Readonly<Record<string, unknown>>;
  return { ...(table_name ? { table_name } : {}), ...(queue_url ? { queue_url } : {}) };
};

/** Null where nobody traces: outside of Lambda, and in invocations that X-Ray does not sample. */
function begun({ header = '', daemon }: Tracing) {
  const { Root, Parent, Sampled } = Object.fromEntries(
    header.split(';').map((part) => part.split('=')),
  ) as Readonly<Record<string, string>>;
  if (!daemon || !Root || !Parent || Sampled !== '1') return null;
  const start = seconds();
  const end = ({ client, ...called }: Called, metadata: Metadata, failed = false): void =>
    tell(daemon, {
      name: client,
      id: randomBytes(8).toString('hex'),
      type: 'subsegment',
      namespace: 'aws',
      trace_id: Root,
      parent_id: Parent,
      start_time: start,
      end_time: seconds(),
      aws: { ...called, request_id: metadata.requestId, retries: (metadata.attempts ?? 1) - 1 },
      http: { response: { status: metadata.httpStatusCode } },
      ...(failed ? faultOf(metadata.httpStatusCode) : {}),
    });
  return { end };
}

const seconds = (): number => Date.now() / 1_000;

/** X-Ray's words: an error is ours, a fault is theirs, or nobody answered. */
const faultOf = (status = 500) => ({
  ...(status < 500 ? { error: true } : { fault: true }),
  ...(status === 429 ? { throttle: true } : {}),
});

/** Over UDP, as X-Ray's daemon takes it: nothing waits for it, and nothing fails with it. */
function tell(daemon: string, subsegment: object): void {
  const [host, port] = daemon.split(':');
  const socket = createSocket('udp4');
  socket.on('error', () => undefined);
  socket.unref();
  const text = `{"format":"json","version":1}\n${JSON.stringify(subsegment)}`;
  socket.send(text, Number(port), host, () => socket.close());
}
