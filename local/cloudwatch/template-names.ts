import { accessLogGroup, apiId, functionLog } from '#local/cloudwatch/names';
import { deadLettersOf } from '#local/environment';
import {
  type DeadLetterQueue,
  type HandlerName,
  handlers,
  pieceQueue,
  sliceQueue,
} from '#triggers';

export type Values = Readonly<Record<string, unknown>>;
export type Resources = Readonly<Record<string, Readonly<{ Type: string; Properties?: Values }>>>;

/**
 * What the resources of a template are called on one machine, found by how the template connects
 * them: a queue is the dead-letter queue of the function that names it, and so on. Answers how to
 * put these names in place of references; a reference to anything else is an error.
 */
export function namesIn(resources: Resources): (value: unknown) => unknown {
  const names = new Map<string, string>([
    ['AWS::Region', 'ap-southeast-3'],
    ['AWS::AccountId', '000000000000'],
  ]);
  const each = (type: string, named: (properties: Values, id: string) => void): void => {
    for (const [id, { Type, Properties = {} }] of Object.entries(resources))
      if (Type === type) named(Properties, id);
  };
  const name = (reference: unknown, called: string): void => {
    const id = idIn(reference);
    if (id !== null) names.set(id, called);
  };
  const nameOf = (reference: unknown): string => names.get(idIn(reference) ?? '') ?? '';
  const nameDeadLetters = (of: DeadLetterQueue, config: unknown, key: string): void =>
    name((config as Values | undefined)?.[key], deadLettersOf(of));

  each('AWS::Lambda::Function', (properties, id) => {
    const handler = handlerIn(properties);
    if (!handler) return;
    names.set(id, handler);
    name((properties.LoggingConfig as Values).LogGroup, functionLog(handler));
    nameDeadLetters(handler as DeadLetterQueue, properties.DeadLetterConfig, 'TargetArn');
    nameDeadLetters('schedules', variablesOf(properties), 'SCHEDULE_DEAD_LETTER_ARN');
  });
  each('AWS::Lambda::Alias', ({ FunctionName }, id) => name({ Ref: id }, nameOf(FunctionName)));
  each('AWS::Lambda::EventSourceMapping', (properties) => {
    const handler = nameOf(properties.FunctionName);
    const queue = queues.find((each) => each.handler === handler);
    if (queue) name(properties.EventSourceArn, queue.name);
    const { OnFailure } = (properties.DestinationConfig ?? {}) as Values;
    nameDeadLetters(handler as DeadLetterQueue, OnFailure, 'Destination');
  });
  each('AWS::SQS::Queue', ({ RedrivePolicy }, id) => {
    const queue = queues.find((each) => each.name === names.get(id));
    if (queue) nameDeadLetters(queue.handler, RedrivePolicy, 'deadLetterTargetArn');
  });
  each('AWS::Scheduler::Schedule', ({ Target }) =>
    nameDeadLetters('upkeep-schedules', (Target as Values).DeadLetterConfig, 'Arn'),
  );
  each('AWS::ApiGatewayV2::Api', (_, id) => name({ Ref: id }, apiId));
  each('AWS::Logs::LogGroup', ({ LogGroupName }, id) => {
    if (LogGroupName) names.set(id, String(resolved(LogGroupName, names)));
  });
  each('AWS::ApiGatewayV2::Stage', ({ AccessLogSettings }) =>
    name((AccessLogSettings as Values).DestinationArn, accessLogGroup),
  );
  return (value) => resolved(value, names);
}

const queues = [sliceQueue, pieceQueue];

/** Of our own functions the description says which one it is. */
const handlerIn = ({ Description }: Values): HandlerName | undefined =>
  (Object.keys(handlers) as HandlerName[]).find(
    (handler) => Description === `If it fails: ${handlers[handler].ifItFails}`,
  );

const variablesOf = ({ Environment }: Values): unknown =>
  (Environment as Values | undefined)?.Variables;

/** The logical id that a `Ref` or `Fn::GetAtt` names. */
function idIn(reference: unknown): string | null {
  const { Ref, 'Fn::GetAtt': attribute } = (reference ?? {}) as Values;
  if (typeof Ref === 'string') return Ref;
  return Array.isArray(attribute) ? String(attribute[0]) : null;
}

function resolved(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => resolved(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const id = idIn(value);
  if (id !== null) {
    const name = names.get(id);
    if (name === undefined) throw new Error(`Nothing on one machine stands for ${id}`);
    return name;
  }
  const entries = Object.entries(value);
  const [[key, joined] = []] = entries;
  if (key === 'Fn::Join') {
    const [separator, parts] = joined as [string, unknown[]];
    return parts.map((part) => resolved(part, names)).join(separator);
  }
  if (key?.startsWith('Fn::')) throw new Error(`Nothing on one machine resolves ${key}`);
  return Object.fromEntries(entries.map(([name, each]) => [name, resolved(each, names)]));
}
