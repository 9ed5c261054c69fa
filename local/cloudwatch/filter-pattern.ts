export type Fits = (line: string) => boolean;

/**
 * A filter pattern of CloudWatch Logs, of the two forms in use; any other is an error:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * `{ $.level = "ERROR" && $.count > 3 }` on lines that are JSON, and terms (`"all" "of these"`,
 * `?"any" ?"of these"`).
 */
export function filterPattern(pattern: string): Fits {
  const trimmed = pattern.trim();
  if (trimmed.startsWith('{')) return fieldsFit(trimmed);
  const terms = termsOf(trimmed);
  const any = terms.filter(({ isOptional }) => isOptional);
  const all = terms.filter(({ isOptional }) => !isOptional);
  // AWS ignores optional terms beside others, which nobody means.
  if (any.length > 0 && all.length > 0) throw unknown(pattern);
  return (line) =>
    all.every(({ term }) => line.includes(term)) &&
    (any.length === 0 || any.some(({ term }) => line.includes(term)));
}

const unknown = (pattern: string): Error =>
  new Error(`The stand-in for CloudWatch does not know the filter pattern ${pattern}`);

const term = /(\?)?(?:"([^"\\]*)"|(\w+))(?:\s+|$)/y;

function termsOf(pattern: string) {
  const terms: Readonly<{ isOptional: boolean; term: string }>[] = [];
  term.lastIndex = 0;
  while (term.lastIndex < pattern.length) {
    const found = term.exec(pattern);
    if (!found) throw unknown(pattern);
    terms.push({ isOptional: found[1] === '?', term: found[2] ?? found[3] ?? '' });
  }
  return terms;
}

type Condition = (line: Readonly<Record<string, unknown>>) => boolean;

/** Either all conditions or any of them: where both stand, `&&` binds more. No brackets. */
function fieldsFit(pattern: string): Fits {
  const inner = /^\{(.*)\}$/s.exec(pattern)?.[1];
  if (inner === undefined) throw unknown(pattern);
  const alternatives = inner
    .split('||')
    .map((each) => each.split('&&').map((condition) => conditionOf(condition.trim(), pattern)));
  return (line) => {
    const fields = fieldsOf(line);
    return (
      fields !== null && alternatives.some((each) => each.every((condition) => condition(fields)))
    );
  };
}

/** A number fits a number and a text a text, in which `*` stands for anything. */
function conditionOf(condition: string, pattern: string): Condition {
  const found =
    /^(?:\((.*)\)|\$\.([\w.-]+)\s*(=|!=|>=|<=|>|<)\s*(?:"([^"\\]*)"|(\d+(?:\.\d+)?)))$/.exec(
      condition,
    );
  if (found?.[1]) return conditionOf(found[1].trim(), pattern);
  const [, , path, operator = '', text, number] = found ?? [];
  if (!path) throw unknown(pattern);
  if (number !== undefined) {
    const compare = comparing[operator];
    return (line) => {
      const value = at(line, path);
      return typeof value === 'number' && compare?.(value, Number(number)) === true;
    };
  }
  if (text === undefined || !['=', '!='].includes(operator)) throw unknown(pattern);
  const wanted = new RegExp(`^${text.split('*').map(escaped).join('.*')}$`, 's');
  return (line) => {
    const value = at(line, path);
    return typeof value === 'string' && wanted.test(value) === (operator === '=');
  };
}

const comparing: Readonly<Record<string, (value: number, wanted: number) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '>': (value, wanted) => value > wanted,
  '>=': (value, wanted) => value >= wanted,
  '<': (value, wanted) => value < wanted,
  '<=': (value, wanted) => value <= wanted,
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const at = (line: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], line);

function fieldsOf(line: string): Readonly<Record<string, unknown>> | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
