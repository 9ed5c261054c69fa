import type { Item, Value } from '#local/dynamodb/in-memory/attribute-values';
import {
  type Given,
  givenValue,
  listOf,
  nameOf,
  type Path,
  pathOf,
  readOnce,
  type Tokens,
  tokensOf,
  valueAt,
} from '#local/dynamodb/in-memory/expression-tokens';
import { invalid } from '#local/dynamodb/in-memory/service-error';

export type Update = (item: Item, given: Given) => Item;
/** Undefined takes the attribute away. Read from the row as it was, as DynamoDB does. */
type Change = Readonly<{ path: Path; to: (item: Item, given: Given) => Value | undefined }>;

export const updateOf = readOnce((expression): Update => {
  const tokens = tokensOf(expression);
  const changes: Change[] = [];
  while (tokens.peek() !== undefined) {
    const clause = tokens.next().toUpperCase();
    const one = clauses[clause];
    if (!one) throw invalid(`${expression} has no clause ${clause}`);
    changes.push(...listOf(tokens, one));
  }
  return (before, given) =>
    changes.reduce((item, { path, to }) => withValue(item, path, to(before, given), given), before);
});

const clauses: Readonly<Record<string, (tokens: Tokens) => Change>> = {
  SET: (tokens) => {
    const path = pathOf(tokens);
    tokens.expect('=');
    return { path, to: sum(tokens) };
  },
  REMOVE: (tokens) => ({ path: pathOf(tokens), to: () => undefined }),
  ADD: (tokens) => {
    const path = pathOf(tokens);
    const by = tokens.next();
    return { path, to: (item, given) => added(valueAt(item, path, given), givenValue(by, given)) };
  },
};

type Term = Change['to'];

function sum(tokens: Tokens): Term {
  const left = term(tokens);
  const sign = tokens.take('+') ? 1 : tokens.take('-') ? -1 : 0;
  if (sign === 0) return left;
  const right = term(tokens);
  return (item, given) => added(left(item, given), right(item, given), sign);
}

function term(tokens: Tokens): Term {
  if (tokens.take('if_not_exists')) {
    tokens.expect('(');
    const path = pathOf(tokens);
    tokens.expect(',');
    const otherwise = term(tokens);
    tokens.expect(')');
    return (item, given) => valueAt(item, path, given) ?? otherwise(item, given);
  }
  const path = pathOf(tokens);
  const [token = ''] = path;
  if (token.startsWith(':')) return (_, given) => givenValue(token, given);
  return (item, given) => valueAt(item, path, given) ?? missing(path);
}

function missing(path: Path): never {
  throw invalid(`The attribute ${path.join('.')} of the expression is not in the item`);
}

/** Numbers only: our rows hold no sets. */
function added(value: Value | undefined, by: Value | undefined, sign = 1): Value {
  if (by?.N === undefined || (value && value.N === undefined))
    throw invalid('Only numbers can be added up');
  return { N: String(Number(value?.N ?? 0) + sign * Number(by.N)) };
}

function withValue(item: Item, path: Path, value: Value | undefined, given: Given): Item {
  const [first = '', ...rest] = path;
  const name = nameOf(first, given);
  const { [name]: stored, ...others } = item;
  if (rest.length > 0)
    return { ...item, [name]: { M: withValue(stored?.M ?? {}, rest, value, given) } };
  return value === undefined ? others : { ...item, [name]: value };
}
