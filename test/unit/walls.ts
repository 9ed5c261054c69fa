import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The walls of the house: which layer may import which, from where, and words that do not belong.
 * They hold at any depth: a file belongs to the layer in whose folder it lies.
 */
type Wall = Readonly<{
  /** Layers whose code may be used, besides the layer itself. */
  uses: readonly string[];
  /** Layers of which types may be used, and nothing that runs. */
  types?: readonly string[];
  packages: readonly RegExp[];
  never?: readonly RegExp[];
}>;

const cdk = [/^aws-cdk-lib(\/|$)/, /^constructs$/, /^cdk-nag$/];
const impure = [
  /new Date\(/,
  /Date\.now/,
  /process\.env/,
  /Math\.random/,
  /dynamo|sqs|sns|lambda/i,
];

const walls: Readonly<Record<string, Wall>> = {
  'functions/domain': {
    uses: [],
    packages: [/^(zod|sms-segments-calculator)$/],
    never: [/\bawait\b/, /\basync\b/, ...impure],
  },
  'functions/flows': { uses: ['functions/domain'], packages: [/^p-map$/], never: impure },
  'functions/aws': {
    uses: ['functions/domain', 'functions/table.ts'],
    types: ['functions/flows'],
    packages: [/^@aws-sdk\//, /^@smithy\//, /^node:/, /^(zod|p-map)$/],
    never: [/process\.env/],
  },
  'functions/handlers': {
    uses: ['functions/domain', 'functions/flows', 'functions/triggers', 'docs/api/openapi.json'],
    packages: [
      /^@middy\//,
      /^@aws-lambda-powertools\//,
      /^aws-lambda$/,
      /^node:/,
      /^(zod|standardwebhooks)$/,
    ],
  },
  // What is answered is described here, and lands in no bundle: no handler may import it.
  'functions/handlers/contract': {
    uses: [
      'functions/domain',
      'functions/handlers',
      'functions/triggers',
      'docs/api/examples.json',
    ],
    types: ['functions/flows'],
    packages: [/^zod$/],
  },
  'functions/table.ts': { uses: ['functions/domain'], packages: [/^node:crypto$/] },
  'functions/triggers': { uses: [], packages: [] },
  lib: {
    uses: [
      'functions/table.ts',
      'functions/triggers',
      // How many senders the rate keeps busy.
      'functions/domain/sending/senders.ts',
      'functions/handlers/env.ts',
      'web/headers.ts',
    ],
    types: ['functions/domain/settings.ts'],
    packages: [...cdk, /^node:/],
  },
  'web/headers.ts': { uses: [], packages: [] },
  'web/vite.config.ts': { uses: [], packages: [/^vite$/, /^@vitejs\//] },
  web: {
    // Pure rules that a page needs while somebody types or looks, so that it has none of its own.
    uses: [
      'functions/domain/calendar/dates.ts',
      'functions/domain/calendar/zones.ts',
      'functions/domain/csv/excel-cells.ts',
      'functions/domain/csv/text.ts',
      'functions/domain/imports/set-aside.ts',
      'functions/domain/messages/sms-parts.ts',
      'functions/domain/payments/short-rest.ts',
      'functions/domain/people/call-list/dialled.ts',
      'functions/domain/people/cycles/coverage-words.ts',
      'functions/domain/renewals/held-out-needed.ts',
      'functions/domain/sending/slice.ts',
      'functions/domain/sending/status-words.ts',
    ],
    types: ['functions/domain', 'functions/flows', 'functions/triggers'],
    packages: [
      /^(react|react-dom(\/client)?|react-router(\/dom)?|react-oidc-context|oidc-client-ts)$/,
      /^@tanstack\/react-query$/,
      /^@cloudscape-design\/(collection-hooks|design-tokens)$/,
      /^@cloudscape-design\/components(\/i18n(\/messages\/[\w.-]+)?)?$/,
    ],
  },
};

/** The one file of a layer that may reach further, and where to. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'functions/domain/messages/text-mark.ts': ['node:crypto'],
  'functions/domain/payments/repeated-notice.ts': ['node:crypto'],
  'functions/domain/people/cycles/next-cycle.ts': ['node:crypto'],
  'functions/domain/reference.ts': ['node:fs'],
  'functions/handlers/wiring.ts': ['functions/aws'],
};

const walled = Object.keys(walls);

const aliases = Object.entries(
  JSON.parse(readFileSync('package.json', 'utf8')).imports as Record<string, string>,
);

/**
 * A sentence for each wall that a file with this path and text breaks; none outside of the layers.
 */
export function breaches(file: string, text: string): readonly string[] {
  const wall = wallOf(file);
  if (!wall) return [];
  const words = (wall.never ?? [])
    .filter((word) => word.test(codeOf(text)))
    .map((word) => `says ${word}`);
  return [...importsOf(text).flatMap((found) => strangeImport(file, found, wall)), ...words];
}

type Import = Readonly<{ from: string; typeOnly: boolean }>;

function strangeImport(file: string, { from, typeOnly }: Import, wall: Wall): readonly string[] {
  const target = targetOf(from, file);
  if (target === null) {
    const allowed =
      wall.packages.some((pattern) => pattern.test(from)) || exceptions[file]?.includes(from);
    return allowed ? [] : [`imports the package ${from}`];
  }
  if (layerOf(target) === layerOf(file) && isIn(target, layerOf(file))) return [];
  if (from.startsWith('.') && !isIn(target, 'web/headers.ts'))
    return [`reaches ${target} by a relative path`];
  const open = [...wall.uses, ...(typeOnly ? (wall.types ?? []) : []), ...(exceptions[file] ?? [])];
  return open.some((layer) => isIn(target, layer))
    ? []
    : [`imports ${typeOnly ? 'types of ' : ''}${target}`];
}

const isIn = (file: string, layer: string): boolean =>
  file === layer || file.startsWith(`${layer}/`);

/** The narrowest layer that holds the file; '' for one that is not walled. */
const layerOf = (file: string): string =>
  walled.filter((layer) => isIn(file, layer)).sort((a, b) => b.length - a.length)[0] ?? '';
const wallOf = (file: string): Wall | undefined => walls[layerOf(file)];

/** The file of this repository that is meant; null for a package. */
function targetOf(from: string, file: string): string | null {
  if (from.startsWith('.')) return join(dirname(file), from).replace(/\?.*$/, '');
  for (const [alias, path] of aliases) {
    const [before = '', after] = alias.split('*');
    if (after === undefined ? from === alias : from.startsWith(before))
      return path.slice(2).replace('*', from.slice(before.length));
  }
  return null;
}

function importsOf(text: string): readonly Import[] {
  const whole = [...text.matchAll(/^(import|export)(\s+type\b)?[^'"]*?\sfrom\s+'([^']+)'/gm)];
  const bare = [...text.matchAll(/^import\s+'([^']+)'|\bimport\(\s*['"`]([^'"`]+)/gm)];
  return [
    ...whole.map(([, , type, from = '']) => ({ from, typeOnly: type !== undefined })),
    ...bare.map(([, from, dynamic]) => ({ from: from ?? dynamic ?? '', typeOnly: false })),
  ];
}

const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
