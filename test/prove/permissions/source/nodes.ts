/** A node of the syntax tree. */
export type Node = Readonly<{ type: string } & Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

export const nodesIn = (value: unknown): readonly Node[] =>
  (Array.isArray(value) ? value : [value]).filter(isNode);

/** Of an identifier; of anything else ''. */
export const nameOf = (node: unknown): string =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : '';

/** The parts of a node that run: no types, and no names of properties. */
export const partsOf = (node: Node): readonly Node[] =>
  Object.entries(node).flatMap(([key, value]) => (isSkipped(key, node) ? [] : nodesIn(value)));

const isSkipped = (key: string, { computed }: Node): boolean =>
  typeKeys.includes(key) || (!computed && ['key', 'property'].includes(key));

const typeKeys: readonly string[] = [
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
  'returnType',
];

export const isFunction = (value: unknown): value is Node =>
  isNode(value) && ['FunctionExpression', 'ArrowFunctionExpression'].includes(value.type);

/** The text of `'phone'`, and of `'phone' satisfies …`; of anything else ''. */
export const textOf = (node: unknown): string =>
  isNode(node)
    ? textOf(node.expression) || (node.type === 'Literal' ? String(node.value) : '')
    : '';
