import type { HandlerName } from '#triggers';
import { parts } from './needs.ts';
import type { Call } from './recorder.ts';
import { reachOf } from './source/reach.ts';

/** What a function can do, as its code reads: a command, what it writes, or what it queries. */
export const readIn = (handler: HandlerName): readonly string[] => {
  const { commands, acts, queried } = reachOf(handler);
  return [
    ...[...commands].filter((command) => !writing.includes(command) && command !== 'QueryCommand'),
    ...[...acts].map((act) => actions[act] ?? act),
    ...[...queried].map((name) => (name === 'table' ? 'Query' : `Query index/${name}`)),
  ];
};

/** The same, of a call that was made. */
export function nameOf({ command, action, inside }: Call): string {
  if (command === 'QueryCommand') return ['Query', inside].filter(Boolean).join(' ');
  return writing.includes(command) ? action : command;
}

/** functions/aws/database.ts sends any of these for whatever is written. */
const writing = ['PutCommand', 'UpdateCommand', 'DeleteCommand', 'TransactWriteCommand'];

const actions: Readonly<Record<string, string>> = {
  put: parts.Put,
  update: parts.Update,
  remove: parts.Delete,
  check: parts.ConditionCheck,
};
