import {
  compared,
  type Item,
  sameValue,
  type Value,
} from '#local/dynamodb/in-memory/attribute-values';
import {
  type Given,
  givenValue,
  listOf,
  type Path,
  pathOf,
  readOnce,
  type Tokens,
  tokensOf,
  valueAt,
} from '#local/dynamodb/in-memory/expression-tokens';
import { invalid } from '#local/dynamodb/in-memory/service-error';

export type Condition = (item: Item, given: Given) => boolean;
type Operand = (item: Item, given: Given) => Value | undefined;

export const conditionOf = readOnce((expression): Condition => {
  const tokens = tokensOf(expression);
  const condition = either(tokens);
  if (tokens.peek() !== undefined) throw invalid(`${expression} goes on at ${tokens.peek()}`);
  return condition;
});

function either(tokens: Tokens): Condition {
  const one = all(tokens);
  if (!tokens.take('OR')) return one;
  const other = either(tokens);
  return (item, given) => one(item, given) || other(item, given);
}

function all(tokens: Tokens): Condition {
  const one = single(tokens);
  if (!tokens.take('AND')) return one;
  const other = all(tokens);
  return (item, given) => one(item, given) && other(item, given);
}

function single(tokens: Tokens): Condition {
  if (tokens.take('NOT')) {
    const not = single(tokens);
    return (item, given) => !not(item, given);
  }
  if (tokens.take('(')) {
    const inner = either(tokens);
    tokens.expect(')');
    return inner;
  }
  const test = tests[tokens.peek()?.toLowerCase() ?? ''];
  if (!test) return comparison(tokens);
  tokens.next();
  tokens.expect('(');
  const condition = test(tokens);
  tokens.expect(')');
  return condition;
}

const tests: Readonly<Record<string, (tokens: Tokens) => Condition>> = {
  attribute_exists: (tokens) => isThere(pathOf(tokens)),
  attribute_not_exists: (tokens) => {
    const there = isThere(pathOf(tokens));
    return (item, given) => !there(item, given);
  },
  begins_with: (tokens) => {
    const [path, start] = pair(tokens);
    return (item, given) =>
      Boolean(path(item, given)?.S?.startsWith(start(item, given)?.S ?? '\0'));
  },
  contains: (tokens) => {
    const [path, part] = pair(tokens);
    return (item, given) => {
      const [held, sought] = [path(item, given), part(item, given)];
      if (held?.S !== undefined) return held.S.includes(sought?.S ?? '\0');
      return held?.L?.some((each) => sameValue(each, sought)) ?? false;
    };
  },
};

const isThere =
  (path: Path): Condition =>
  (item, given) =>
    valueAt(item, path, given) !== undefined;

function pair(tokens: Tokens): readonly [Operand, Operand] {
  const first = operand(tokens);
  tokens.expect(',');
  return [first, operand(tokens)];
}

function operand(tokens: Tokens): Operand {
  const path = pathOf(tokens);
  const [token = ''] = path;
  if (token.startsWith(':')) return (_, given) => givenValue(token, given);
  return (item, given) => valueAt(item, path, given);
}

const holds: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function comparison(tokens: Tokens): Condition {
  const left = operand(tokens);
  if (tokens.take('BETWEEN')) return between(left, tokens);
  if (tokens.take('IN')) return within(left, tokens);
  const sign = tokens.next();
  const test = holds[sign];
  if (!test) throw invalid(`${sign} compares nothing`);
  const right = operand(tokens);
  return (item, given) => ordered(left(item, given), right(item, given), test);
}

/** What is not there compares with nothing, except that it is unequal. */
const ordered = (
  left: Value | undefined,
  right: Value | undefined,
  test: (order: number) => boolean,
): boolean => test(left && right ? compared(left, right) : Number.NaN);

function between(value: Operand, tokens: Tokens): Condition {
  const from = operand(tokens);
  tokens.expect('AND');
  const to = operand(tokens);
  return (item, given) =>
    ordered(value(item, given), from(item, given), (order) => order >= 0) &&
    ordered(value(item, given), to(item, given), (order) => order <= 0);
}

function within(value: Operand, tokens: Tokens): Condition {
  tokens.expect('(');
  const options = listOf(tokens, operand);
  tokens.expect(')');
  return (item, given) =>
    options.some((option) => sameValue(value(item, given), option(item, given)));
}
