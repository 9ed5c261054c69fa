import { type HandlerName, handlerModule } from '#triggers';
import { type Module, modules } from './modules.ts';
import { isFunction, isNode, type Node, nameOf, partsOf, textOf } from './nodes.ts';
import { find, isMethod, methodsIn, moduleNamed } from './ports.ts';

/**
 * What the code behind a function can send. Acts are what functions/aws/database.ts writes (`put`,
 * `update`, `remove`, `check`); `queried` holds names of indexes, and `table`.
 */
export type Reach = Readonly<{
  commands: Set<string>;
  acts: Set<string>;
  queried: Set<string>;
}>;

/**
 * Follows names from the handler: imports, declarations, and from `ports.workers.get` to that
 * method of the store behind the port. It knows no types and no values, so it rather finds too much
 * than too little.
 */
export function reachOf(handler: HandlerName): Reach {
  const reach: Reach = { commands: new Set(), acts: new Set(), queried: new Set() };
  const seen = new Set<Node>();

  const walkOnce = (module: Module, node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    walk(module, node);
  };
  const enter = (module: Module, name: string): void => {
    const found = find(module, name);
    if (found.node) walkOnce(found.module, found.node);
    const command = sentBy(found.module.imports.get(name)?.name ?? '');
    if (command) reach.commands.add(command);
  };
  const walk = (module: Module, node: Node): void => {
    if (nameOf(node)) enter(module, nameOf(node));
    for (const method of methodsIn(module, node)) walkOnce(method.module, method.node);
    if (module.path.startsWith('functions/aws/')) note(node, reach);
    for (const part of partsOf(node)) if (!isMethod(part)) walk(module, part);
  };

  enter(moduleNamed(handlerModule(handler)), 'handler');
  return reach;
}

/** `{ put: … }` is an act, `{ index: 'due' }` and `{ where: … }` a query. */
function note(node: Node, { acts, queried }: Reach): void {
  if (node.type !== 'ObjectExpression') return;
  const values = new Map(partsOf(node).map(({ key, value }) => [nameOf(key), value]));
  for (const act of ['put', 'update', 'remove', 'check'])
    if (isNode(values.get(act)) && !isFunction(values.get(act))) acts.add(act);
  const index = textOf(values.get('index'));
  if (index) queried.add(index);
  else if (values.has('where') && !values.has('index')) queried.add('table');
}

/** Where each command of the SDK is named, and what else of the SDK has a value. */
export const sdkNames = [...modules.values()].flatMap(({ path, imports }) =>
  [...imports.values()]
    .filter(({ from }) => from.startsWith('@aws-sdk/'))
    .map(({ from, name }) => ({ path, from, name, command: sentBy(name) })),
);

/** `paginateListSchedules` sends `ListSchedulesCommand`. */
function sentBy(name: string): string | null {
  if (name.endsWith('Command')) return name;
  const paged = /^paginate(\w+)$/.exec(name)?.[1];
  return paged ? `${paged}Command` : null;
}
