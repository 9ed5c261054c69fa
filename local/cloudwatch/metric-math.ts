import type { Point } from '#local/cloudwatch/alarm-state';

export type MetricMath = Readonly<{
  /** The ids that it uses. */
  ids: readonly string[];
  valueOf(points: ReadonlyMap<string, Point>): Point;
}>;

type Node = (points: ReadonlyMap<string, Point>) => Point;

/**
 * The part of CloudWatch's metric maths that alarms use: numbers, ids, + - * /, comparisons, FILL
 * with a number, and IF. Each works within one period; any other form is an error.
 */
export function metricMath(expression: string): MetricMath {
  const tokens = tokensOf(expression);
  const ids = new Set<string>();
  const refuse = (): never => {
    throw new Error(`The stand-in for CloudWatch does not know the metric maths "${expression}"`);
  };
  const take = (wanted: string): void => {
    if (tokens.shift() !== wanted) refuse();
  };
  const argumentsOf = (): readonly Node[] => {
    take('(');
    const found = [parse(0)];
    while (tokens[0] === ',') {
      take(',');
      found.push(parse(0));
    }
    take(')');
    return found;
  };
  const call = (name: string): Node => {
    const [a, b, c, ...more] = argumentsOf();
    if (name === 'FILL' && a && b && !c) return (points) => a(points) ?? b(points);
    if (name !== 'IF' || !a || !b || !c || more.length > 0) return refuse();
    return (points) => chosen(a(points), b, c)(points);
  };
  const single = (): Node => {
    const token = tokens.shift() ?? refuse();
    if (/^\d/.test(token)) return () => Number(token);
    if (/^[A-Z]+$/.test(token)) return call(token);
    if (/^[a-z]/.test(token)) {
      ids.add(token);
      return (points) => points.get(token) ?? null;
    }
    if (token !== '(') return refuse();
    const inner = parse(0);
    take(')');
    return inner;
  };
  const parse = (height: number): Node => {
    const level = levels[height];
    if (!level) return single();
    let left = parse(height + 1);
    for (let act = level[tokens[0] ?? '']; act; act = level[tokens[0] ?? '']) {
      tokens.shift();
      left = combined(left, act, parse(height + 1));
    }
    return left;
  };
  const root = parse(0);
  if (tokens.length > 0) refuse();
  return { ids: [...ids], valueOf: root };
}

type Act = (left: number, right: number) => number;

/** Those that bind the least first. */
const levels: readonly Readonly<Record<string, Act>>[] = [
  {
    '>': (left, right) => Number(left > right),
    '<': (left, right) => Number(left < right),
    '>=': (left, right) => Number(left >= right),
    '<=': (left, right) => Number(left <= right),
    '==': (left, right) => Number(left === right),
    '!=': (left, right) => Number(left !== right),
  },
  { '+': (left, right) => left + right, '-': (left, right) => left - right },
  { '*': (left, right) => left * right, '/': (left, right) => left / right },
];

/** A period in which one of two metrics reported nothing has no value; nor has a division by 0. */
const combined =
  (left: Node, act: Act, right: Node): Node =>
  (points) => {
    const [a, b] = [left(points), right(points)];
    const value = a === null || b === null ? null : act(a, b);
    return value !== null && Number.isFinite(value) ? value : null;
  };

const nothing: Node = () => null;
const chosen = (condition: Point, yes: Node, no: Node): Node =>
  condition === null ? nothing : condition === 0 ? no : yes;

/** What is no token stays one, and is refused where it stands. */
const tokensOf = (expression: string): string[] =>
  expression.match(/\d+(?:\.\d+)?|[A-Za-z]\w*|[<>=!]=|[^\s\w]/g) ?? [];
