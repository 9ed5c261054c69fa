import { type Module, modules } from './modules.ts';
import { isFunction, isNode, type Node, nameOf, partsOf, textOf } from './nodes.ts';

/** A method of a store of functions/aws/. */
export type Method = Readonly<{ module: Module; node: Node }>;

/** What a name of a module stands for, through all that passes it on. */
export function find(module: Module, name: string): Readonly<{ module: Module; node?: Node }> {
  const imported = module.imports.get(name);
  const node = module.declared.get(name);
  if (!imported) return node ? { module, node } : { module };
  const from = modules.get(imported.from);
  return from ? find(from, imported.name) : { module };
}

export function moduleNamed(name: string): Module {
  const module = modules.get(name);
  if (!module) throw new Error(`There is no module ${name}`);
  return module;
}

const wiring = moduleNamed('#handlers/wiring');

function wiredIn(node: Node): readonly [string, ReadonlyMap<string, Method>][] {
  const name = nameOf(node.type === 'Property' ? node.key : node.id);
  const methods = name ? methodsOf(made(node.value ?? node.init)) : new Map<string, Method>();
  return methods.size > 0 ? [[name, methods]] : partsOf(node).flatMap(wiredIn);
}

/** `workerStore`, of `workerStore(…)` or of `() => workerStore(…)`. */
const made = (value: unknown): string => {
  if (!isNode(value)) return '';
  return value.type === 'ArrowFunctionExpression' ? made(value.body) : nameOf(value.callee);
};

function methodsOf(factory: string): ReadonlyMap<string, Method> {
  const { module, node } = find(wiring, factory);
  if (!node || !module.path.startsWith('functions/aws/')) return new Map();
  return new Map(functionsIn(node).map(([name, method]) => [name, { module, node: method }]));
}

const functionsIn = (node: Node): readonly [string, Node][] =>
  node.type === 'ObjectExpression'
    ? partsOf(node).flatMap(({ key, value }) => (isFunction(value) ? [[nameOf(key), value]] : []))
    : partsOf(node).flatMap(functionsIn);

/**
 * The methods of each port, by the names that wiring.ts gives them, as in `export const workers =
 * (env) => workerStore(…)`. Flows call ports by these names.
 */
const ports: ReadonlyMap<string, ReadonlyMap<string, Method>> = new Map(
  [...wiring.declared.values()].flatMap(wiredIn),
);

const methods = new Set(
  [...ports.values()].flatMap((each) => [...each.values()].map(({ node }) => node)),
);

/** What a store can do is not what a function does with it. */
export const isMethod = (node: Node): boolean => methods.has(node);

/** `ports.workers.get`, `workers[any ? 'get' : 'owing']`, or `store().begin` of an import. */
export function methodsIn(module: Module, { type, object, property }: Node): readonly Method[] {
  const port = type === 'MemberExpression' ? ports.get(receiver(module, object)) : undefined;
  return port ? namesIn(property).flatMap((name) => port.get(name) ?? []) : [];
}

const namesIn = (property: unknown): readonly string[] =>
  isNode(property)
    ? [nameOf(property) || textOf(property), ...partsOf(property).flatMap(namesIn)]
    : [];

function receiver(module: Module, object: unknown): string {
  if (!isNode(object)) return '';
  const { type, property, callee } = object;
  if (type === 'MemberExpression') return nameOf(property);
  if (type === 'CallExpression') return receiver(module, callee);
  const name = nameOf(object);
  return module.imports.get(name)?.name ?? name;
}
