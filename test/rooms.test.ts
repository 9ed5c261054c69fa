import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The walls of the house (DESIGN.md 2): who may import whom, and words that do not belong in a room. */
const rooms: Readonly<Record<string, Readonly<{ imports: readonly RegExp[]; never: readonly RegExp[] }>>> = {
  domain: {
    imports: [/^#domain\//, /^(zod|temporal-polyfill|sms-segments-calculator|csv-parse\/sync|csv-stringify\/sync)$/],
    never: [/\bawait\b/, /\basync\b/, /new Date\(/, /Date\.now/, /process\.env/, /Math\.random/],
  },
  flows: {
    imports: [/^#(domain|flows)\//, /^p-map$/],
    never: [/new Date\(/, /Date\.now/, /process\.env/, /Math\.random/, /dynamo|sqs|sns|lambda/i],
  },
  aws: {
    imports: [/^#(domain|aws)\//, /^#flows\/ports$/, /^#table$/, /^@aws-sdk\//, /^@smithy\//, /^node:/, /^(zod|p-map)$/],
    never: [/process\.env/],
  },
  handlers: {
    imports: [
      /^#(domain|flows|handlers)\//,
      /^#triggers$/,
      /^@middy\//,
      /^@aws-lambda-powertools\//,
      /^aws-lambda$/,
      /^node:/,
      /^(zod|standardwebhooks)$/,
    ],
    never: [],
  },
};

/** The one file of the room that may reach further, and where to. */
const exceptions: Readonly<Record<string, readonly RegExp[]>> = {
  'functions/domain/cycle.ts': [/^node:crypto$/],
  'functions/domain/reference.ts': [/^node:fs$/],
  'functions/handlers/wiring.ts': [/^#aws\//],
};

const sources = globSync('functions/**/*.ts').filter((file) => file.split('/').length === 3);
const roomOf = (file: string): string => file.split('/')[1] ?? '';
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'/gm)].map(([, from, bare]) => from ?? bare ?? '');
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('each room imports only what it may', () => {
  it.each(sources)('%s', (file) => {
    const room = rooms[roomOf(file)];
    const allowed = [...(room?.imports ?? []), ...(exceptions[file] ?? [])];
    const strangers = importsOf(readFileSync(file, 'utf8')).filter((from) => !allowed.some((pattern) => pattern.test(from)));
    expect(strangers).toEqual([]);
  });
});

describe('each room keeps out the words that do not belong there', () => {
  it.each(sources)('%s', (file) => {
    const text = code(readFileSync(file, 'utf8'));
    expect((rooms[roomOf(file)]?.never ?? []).filter((word) => word.test(text)).map(String)).toEqual([]);
  });
});

describe('the console', () => {
  const sources = globSync('web/src/**/*.{ts,tsx}');
  const packages = /^(react|react-dom\/client|react-router|react-router\/dom|react-oidc-context|oidc-client-ts|@tanstack\/react-query)$/;
  const allowed = [
    packages,
    /^@cloudscape-design\/(components\/[\w-]+|components\/i18n\/messages\/[\w.-]+|collection-hooks|design-tokens)$/,
    /^\.{1,2}\//,
    // How many parts a text takes is counted while it is typed, by the same few lines.
    /^#domain\/sms-parts$/,
  ];

  it.each(sources)('%s takes types from the product, and no rule but one', (file) => {
    const text = readFileSync(file, 'utf8').replace(/^import type [^;]*;/gm, '');
    expect(importsOf(text).filter((from) => !allowed.some((pattern) => pattern.test(from)))).toEqual([]);
  });

  it('takes no more than types of the domain, the flows and the ways in', () => {
    const types = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^import type [^']*'(#[^']+)'/gm)].map(([, from]) => from),
    );
    expect(types.filter((from) => !/^#(domain\/|flows\/|triggers$)/.test(from ?? ''))).toEqual([]);
  });
});

describe('the deployed code', () => {
  it('does not ask whether it runs on one machine', () => {
    const asking = globSync('functions/**/*.ts').filter((file) =>
      /if \([^)]*\blocal\b|isLocal|NODE_ENV/.test(code(readFileSync(file, 'utf8'))),
    );
    expect(asking).toEqual([]);
  });

  it('has no drawers by kind', () => {
    const drawers = globSync('{functions,lib,bin,test}/**/{index,utils,helpers,types,services,common,misc}.ts');
    expect(drawers).toEqual([]);
  });

  it('reads its environment in one place', () => {
    const readers = globSync('functions/**/*.ts').filter((file) => /process\.env/.test(code(readFileSync(file, 'utf8'))));
    expect(readers).toEqual(['functions/handlers/env.ts']);
  });
});
