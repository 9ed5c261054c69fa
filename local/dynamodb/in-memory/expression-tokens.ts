import type { Item, Value } from '#local/dynamodb/in-memory/attribute-values';
import { invalid } from '#local/dynamodb/in-memory/service-error';

/** What stands for `#name` and `:value` in an expression. */
export type Given = Readonly<{
  names: Readonly<Record<string, string>>;
  values: Readonly<Record<string, Value>>;
}>;

/** Read from the left; `take` answers whether it was there. */
export type Tokens = Readonly<{
  peek(): string | undefined;
  next(): string;
  take(token: string): boolean;
  expect(token: string): void;
}>;

/** Our stores write some forty different ones: each is read once. */
export function readOnce<T>(read: (expression: string) => T): (expression: string) => T {
  const known = new Map<string, T>();
  return (expression) => {
    const there = known.get(expression) ?? read(expression);
    known.set(expression, there);
    return there;
  };
}

export function tokensOf(expression: string): Tokens {
  const found = expression.match(/#\w+|:\w+|\w+|<>|<=|>=|[=<>(),.+-]|\S/g) ?? [];
  let at = 0;
  const next = () => found[at++] ?? refuse(expression, 'ends too early');
  const take = (token: string) => {
    if (found[at]?.toUpperCase() !== token.toUpperCase()) return false;
    at += 1;
    return true;
  };
  return {
    peek: () => found[at],
    next,
    take,
    expect: (token) => void (take(token) || refuse(expression, `has no ${token} at ${found[at]}`)),
  };
}

function refuse(expression: string, wrong: string): never {
  throw invalid(`Invalid expression: ${expression} ${wrong}`);
}

/** The names and values of an expression; kept, since few expressions come again and again. */
export function standIns(expression = ''): ReadonlySet<string> {
  const found = kept.get(expression) ?? new Set(expression.match(/[#:]\w+/g));
  kept.set(expression, found);
  return found;
}

const kept = new Map<string, ReadonlySet<string>>();

/** `a, b, c`. */
export function listOf<T>(tokens: Tokens, one: (tokens: Tokens) => T): readonly T[] {
  const all = [one(tokens)];
  while (tokens.take(',')) all.push(one(tokens));
  return all;
}

/** The place of an attribute: `#plan.#version` as `['#plan', '#version']`. */
export type Path = readonly string[];

export function pathOf(tokens: Tokens): Path {
  const path = [tokens.next()];
  while (tokens.take('.')) path.push(tokens.next());
  return path;
}

export const nameOf = (part: string, { names }: Given): string => {
  if (!part.startsWith('#')) return part;
  return names[part] ?? refuse(part, 'stands for no name');
};

export const givenValue = (token: string, { values }: Given): Value =>
  values[token] ?? refuse(token, 'stands for no value');

export function valueAt(item: Item, path: Path, given: Given): Value | undefined {
  const [first = '', ...rest] = path;
  const value = item[nameOf(first, given)];
  return rest.length === 0 ? value : value?.M && valueAt(value.M, rest, given);
}
