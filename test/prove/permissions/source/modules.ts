import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { isNode, type Node, nameOf, nodesIn } from './nodes.ts';

type Import = Readonly<{ from: string; name: string }>;

/** What stands at the top of a module of functions/, by its name there. */
export type Module = Readonly<{
  path: string;
  imports: ReadonlyMap<string, Import>;
  declared: ReadonlyMap<string, Node>;
}>;

const functions = join(import.meta.dirname, '../../../../functions');

function moduleAt(path: string): Module {
  const { program, errors } = parseSync(path, readFileSync(join(functions, path), 'utf8'));
  if (errors[0]) throw new Error(`functions/${path} does not parse: ${errors[0].message}`);
  const body = program.body as unknown as readonly Node[];
  return {
    path: `functions/${path}`,
    imports: new Map(body.flatMap(importsIn)),
    declared: new Map(body.map(withoutExport).flatMap(declaredIn)),
  };
}

/** A name that is passed on (`export { a } from …`) is imported as well. Types do not count. */
function importsIn({ type, source, ...statement }: Node): readonly [string, Import][] {
  const specifiers = nodesIn(statement.specifiers).filter((each) => !isType(each));
  if (!isNode(source) || isType(statement)) return [];
  return specifiers.map(({ local, imported, exported }) =>
    type === 'ImportDeclaration'
      ? [nameOf(local), { from: String(source.value), name: nameOf(imported ?? local) }]
      : [nameOf(exported), { from: String(source.value), name: nameOf(local) }],
  );
}

const isType = ({ importKind, exportKind }: Readonly<Record<string, unknown>>): boolean =>
  [importKind, exportKind].includes('type');

const withoutExport = (statement: Node): Node =>
  statement.type === 'ExportNamedDeclaration' && isNode(statement.declaration)
    ? statement.declaration
    : statement;

const declaredIn = (statement: Node): readonly [string, Node][] =>
  statement.type === 'VariableDeclaration'
    ? nodesIn(statement.declarations).map((each) => [nameOf(each.id), each])
    : [[nameOf(statement.id), statement]];

/** Every module that is deployed, by the name under which the others import it. */
export const modules: ReadonlyMap<string, Module> = new Map(
  readdirSync(functions, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [`#${path.slice(0, -'.ts'.length)}`, moduleAt(path)]),
);
