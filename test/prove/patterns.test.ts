import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { refusedInTemplate, refusedToSend } from '#domain/messages/never-sent';
import { unknownPlaceholders } from '#domain/messages/placeholders';
import { smsName } from '#domain/messages/sms-name';

const sources = globSync(['functions/**/*.ts', 'web/src/**/*.{ts,tsx}']).map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

type Node = Readonly<{ regex?: Readonly<{ pattern: string; flags: string }> }>;

/** Every pattern that is written in the text, wherever in it. */
function patternsIn(node: unknown): readonly RegExp[] {
  if (typeof node !== 'object' || node === null) return [];
  const { regex } = node as Node;
  if (regex) return [new RegExp(regex.pattern, [...new Set(`${regex.flags}g`)].join(''))];
  return Object.values(node).flatMap(patternsIn);
}

const patterns = sources.flatMap(({ file, text }) =>
  patternsIn(parseSync(file, text).program).map((pattern) => ({ file, pattern })),
);

const stands: Readonly<Record<string, string>> = { d: '0', w: 'a', s: ' ', W: '!', S: 'a', D: 'a' };

/** What this pattern looks for: its characters, its words, and something that it does not. */
function tokensOf({ source }: RegExp): readonly string[] {
  const plain = source.replace(/\\([dwsWSD])/g, (_, letter: string) => stands[letter] ?? '');
  const words = plain.match(/[a-z]{2,}/gi)?.slice(0, 6) ?? [];
  const marks = plain.match(/[^\\?*+|^$()[\]{}a-z0-9]/gi) ?? [];
  return [
    ...new Set([...words, ...marks.slice(0, 10), 'a', '0', ' ', '.', '"', '{', '(', '\u0000']),
  ];
}

/** Of this many characters: any two of the tokens again and again, then the end of the match. */
const length = 5_000;
const pumpsOf = (tokens: readonly string[]): readonly string[] =>
  tokens.flatMap((one) =>
    tokens.flatMap((other) => {
      const pumped = (one + other).repeat(length).slice(0, length);
      return [pumped, `${pumped}\u0000`];
    }),
  );

/** Of this thread's CPU time, the best of three: others use this machine as well. */
function milliseconds(act: () => unknown): number {
  const tried = [0, 0, 0].map(() => {
    const start = process.threadCpuUsage();
    act();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...tried);
}

/**
 * How often the time of a pattern that looks at each character once. A quadratic one needs a
 * thousand times that and more; measured in one run, so that a slow machine is slow for both.
 */
function timesLinear(act: (text: string) => unknown, text: string): number {
  const first = milliseconds(() => act(text));
  if (first < 2) return 0;
  return first / milliseconds(() => text.replace(/[^é]é/g, ''));
}

/** A text that takes too long; none is as it should be. */
const slowText = (act: (text: string) => unknown, tokens: readonly string[]): string | null =>
  pumpsOf(tokens)
    .find((text) => timesLinear(act, text) > 200)
    ?.slice(0, 20) ?? null;

const slowTextOf = (pattern: RegExp): string | null =>
  slowText((text) => text.replace(pattern, ''), tokensOf(pattern));

it('finds a quadratic pattern: each of these was one of ours', () => {
  for (const pattern of [/[\w.-]+\.(?:com|net)\b/g, /[\s,;-]+$/g, /[+(]*\d/g])
    expect(slowTextOf(pattern), pattern.source).not.toBeNull();
});

it('no pattern takes longer than its text is long', () => {
  expect(patterns.length).toBeGreaterThan(70);
  const found = patterns.map(({ file, pattern }) => ({ file, text: slowTextOf(pattern) }));
  expect(found.filter(({ text }) => text !== null)).toEqual([]);
});

it('nor do the patterns that are made of pieces', () => {
  const made = sources.filter(({ text }) => text.includes('new RegExp(')).map(({ file }) => file);
  expect(made).toEqual(['functions/domain/messages/never-sent.ts']);
  const tokens = [
    'a0',
    ' ',
    '.',
    '-',
    '((',
    'www.',
    '.co',
    'http',
    'hp',
    '+62',
    '{name}',
    '{',
    '/',
  ];
  for (const act of [refusedInTemplate, refusedToSend, unknownPlaceholders, nameOf])
    expect(slowText(act, tokens), act.name).toBeNull();
});

const nameOf = (text: string): string => smsName(text, 'id');
