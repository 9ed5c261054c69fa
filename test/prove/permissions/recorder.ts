import { AsyncLocalStorage } from 'node:async_hooks';
import { SNSClient } from '@aws-sdk/client-sns';
import { vi } from 'vitest';
import { importHandler, type LoadHandler } from '#local/lambda';
import type { HandlerName } from '#triggers';
import { type Context, type Named, needsOf } from './needs.ts';

/** A kind of call that a function made. `on`: the variable that names the resource, or `*`. */
export type Call = Readonly<{
  handler: HandlerName;
  command: string;
  action: string;
  on: string;
  inside?: string;
  with?: Context;
}>;

const running = new AsyncLocalStorage<HandlerName>();

/**
 * Handlers with modules of their own, as in Lambda: what one function keeps (a client, a secret)
 * no other finds. Whatever the SDK sends while one runs is its call.
 */
export const loadApart: LoadHandler = async (name) => {
  vi.resetModules();
  const handler = await importHandler(name);
  return (event, context) => running.run(name, () => handler(event, context));
};

type Client = { send(command: object, ...more: unknown[]): unknown };
/** The class that every client of the SDK extends, the document client too. */
const client = Object.getPrototypeOf(SNSClient).prototype as Client;

export type Recorded = Readonly<{
  calls: ReadonlyMap<string, Call>;
  /** Commands of which needs.ts says nothing. */
  unknown: ReadonlySet<string>;
}>;

/** While `act` runs. */
export async function recorded(act: () => Promise<void>): Promise<Recorded> {
  const { send } = client;
  const calls = new Map<string, Call>();
  const unknown = new Set<string>();
  client.send = function (command, ...more) {
    const handler = running.getStore();
    if (handler && !(command.constructor.name in needsOf)) unknown.add(command.constructor.name);
    for (const call of handler ? callsOf(handler, command) : [])
      calls.set(JSON.stringify(call), call);
    return Reflect.apply(send, this, [command, ...more]);
  };
  try {
    await act();
  } finally {
    client.send = send;
  }
  return { calls, unknown };
}

function callsOf(handler: HandlerName, sent: object): readonly Call[] {
  const command = sent.constructor.name;
  const { input } = sent as Readonly<{ input: Readonly<Record<string, unknown>> }>;
  return (needsOf[command]?.(input) ?? []).map(({ on, ...need }) => ({
    ...{ handler, command, ...need },
    on: typeof on === 'string' ? on : variableOf(on),
  }));
}

/** The name of the variable with this value, or with it among the values of an object. */
function variableOf({ variable, value }: Named): string {
  const found = Object.entries(process.env).find(
    ([name, text = '']) => variable.test(name) && (text === value || text.includes(`"${value}"`)),
  );
  return found?.[0] ?? `${value}, which no variable names`;
}
