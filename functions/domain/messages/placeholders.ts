import { refusedToSend } from '#domain/messages/never-sent';
import { type Problem, problem } from '#domain/problem';

const placeholders = ['name', 'months', 'amount', 'dueDate', 'lapseDate'] as const;

export type Values = Readonly<Record<(typeof placeholders)[number], string>>;

/** Our own amount is no number to call, however long it is and whatever stands beside it. */
export const refusedWith = (template: string, values: Values): Problem | null =>
  refusedToSend(fill(template, { ...values, amount: 'Rp' }));

/** In one pass: a worker named `{amount}` stays so. Throws for an unknown placeholder. */
export function fill(template: string, values: Values): string {
  return template.replace(placeholder, (found, key: string) => {
    if (isKnown(key)) return values[key];
    const { code, reason } = unknownPlaceholder(found);
    throw new Error(`${code}: ${reason}`);
  });
}

/** Also finds a brace that belongs to no placeholder. */
export function unknownPlaceholders(template: string): readonly Problem[] {
  const unknown = [...template.matchAll(placeholder)]
    .filter(([, key = '']) => !isKnown(key))
    .map(([found]) => unknownPlaceholder(found));
  const brace = /[{}]/.exec(template.replace(placeholder, ''))?.[0];
  return brace ? [...unknown, problem('brace-alone', { brace })] : unknown;
}

const placeholder = /\{([^{}]*)\}/g;

const isKnown = (key: string): key is keyof Values =>
  (placeholders as readonly string[]).includes(key);

const unknownPlaceholder = (found: string): Problem =>
  problem('placeholder-unknown', { found, known: placeholders.map((name) => `{${name}}`) });
