import type { HandlerName } from '#triggers';
import type { Asked } from './judge.ts';
import { arnOf, ofType } from './resolve.ts';
import { keyOf } from './resources.ts';
import { functionOf } from './roles.ts';

/**
 * What Lambda itself does with the role of a function, before our code runs and after it (developer
 * guide: logs, tracing, dead-letter queues, and the execution role of an event source mapping).
 */
export const askedByLambda = (handler: HandlerName): readonly Asked[] =>
  [
    ...onEach(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup(handler)]),
    ...onEach(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
    ...onEach(['sqs:SendMessage'], deadLetters(handler)),
    ...mappingsOf(handler).flatMap(polled),
  ].map((asked) => ({ handler, call: 'Lambda itself', ...asked }));

type Unasked = Omit<Asked, 'handler' | 'call'>;

const onEach = (actions: readonly string[], resources: readonly string[]): readonly Unasked[] =>
  actions.flatMap((action) => resources.map((resource) => ({ action, resource })));

function logGroup(handler: HandlerName): string {
  const { LogGroup } = functionOf(handler).properties.LoggingConfig as { LogGroup: string };
  return arnOf(LogGroup).replace(/\*$/, 'log-stream:1');
}

function deadLetters(handler: HandlerName): readonly string[] {
  const { TargetArn } = (functionOf(handler).properties.DeadLetterConfig ?? {}) as {
    TargetArn?: string;
  };
  return TargetArn ? [TargetArn] : [];
}

type Mapping = Readonly<{
  FunctionName: string;
  EventSourceArn: string;
  DestinationConfig?: Readonly<{ OnFailure: Readonly<{ Destination: string }> }>;
}>;

const mappingsOf = (handler: HandlerName): readonly Mapping[] =>
  (ofType('AWS::Lambda::EventSourceMapping') as unknown as readonly Mapping[]).filter(
    ({ FunctionName }) => FunctionName === functionOf(handler).id,
  );

function polled({ EventSourceArn: source, DestinationConfig: destination }: Mapping) {
  const [, , service = ''] = source.split(':');
  const polling = pollers[service];
  if (!polling) throw new Error(`Nobody says here what Lambda needs to read ${source}`);
  return [...polling(source), ...onEach(['sqs:SendMessage'], failuresOf(destination))];
}

const failuresOf = (destination: Mapping['DestinationConfig']): readonly string[] =>
  destination ? [destination.OnFailure.Destination] : [];

const pollers: Readonly<Record<string, (source: string) => readonly Unasked[]>> = {
  sqs: (queue) =>
    onEach(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue]),
  dynamodb: (stream) => [
    ...onEach(
      ['GetRecords', 'GetShardIterator', 'DescribeStream'].map((verb) => `dynamodb:${verb}`),
      [stream],
    ),
    ...onEach(
      ['kms:Decrypt'],
      [keyOf(stream)].filter((key) => key !== undefined),
    ),
  ],
};
