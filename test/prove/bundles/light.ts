import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Kilobytes, and how often the import of an empty handler with the same clients. */
export const most = { kilobytes: 700, ratio: 1.5 };

export type Light = Readonly<{ kilobytes: number; ratio: number | null }>;

/**
 * How large a bundle is, and how often the CPU time its import takes of that of an empty handler
 * with the same clients, bundled as CDK does by itself. Null for one without clients.
 */
export async function lightness(folder: string): Promise<Light> {
  const kilobytes = statSync(join(folder, 'index.mjs')).size / 1_000;
  const clients = clientsIn(folder);
  if (clients.length === 0) return { kilobytes, ratio: null };
  const empty = await emptyWith(clients, folder);
  return { kilobytes, ratio: importRatio(folder, empty) };
}

/** By its source map, which names each file that went into the bundle. */
function clientsIn(folder: string): readonly string[] {
  const { sources }: { sources: readonly string[] } = JSON.parse(
    readFileSync(join(folder, 'index.mjs.map'), 'utf8'),
  );
  const found = sources.flatMap((source) => source.match(/@aws-sdk\/client-[a-z0-9-]+/)?.[0] ?? []);
  return [...new Set(found)].sort();
}

async function emptyWith(clients: readonly string[], beside: string): Promise<string> {
  const folder = join(beside, '../empty', clients.map((name) => name.slice(9)).join('+'));
  mkdirSync(folder, { recursive: true });
  const made = await Promise.all(clients.map(making));
  await build({
    stdin: {
      contents: `${made.join('\n')}\nexport const handler = async () => {};`,
      resolveDir: '.',
    },
    outfile: join(folder, 'index.mjs'),
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node24', minify: true },
    ...{ keepNames: true, sourcemap: true, sourcesContent: false, mainFields: ['module', 'main'] },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return folder;
}

async function making(name: string): Promise<string> {
  const client = Object.keys(await import(name)).find((each) => /^[A-Z]\w+Client$/.test(each));
  const made = `import { ${client} } from '${name}';\nglobalThis.kept = [new ${client}({})];`;
  if (client !== 'DynamoDBClient') return made;
  const document = 'DynamoDBDocumentClient';
  return `import { ${document} } from '@aws-sdk/lib-dynamodb';
    ${made}\nglobalThis.document = ${document}.from(globalThis.kept[0]);`;
}

/**
 * CPU time of both imports, one after the other and again: the least is undisturbed. A busy machine
 * disturbs many, so what seems too slow is measured anew until it is not, or four times.
 */
function importRatio(folder: string, empty: string): number {
  let [ours, theirs] = [Infinity, Infinity];
  for (let round = 0; round < 28; round++) {
    ours = Math.min(ours, importTime(folder));
    theirs = Math.min(theirs, importTime(empty));
    if (round % 7 === 6 && ours / theirs <= most.ratio) break;
  }
  return ours / theirs;
}

/** Milliseconds. */
const importTime = (folder: string): number =>
  Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', measure], {
      cwd: folder,
      encoding: 'utf8',
      env: { NODE_OPTIONS: '--enable-source-maps', AWS_REGION: 'ap-southeast-3' },
    }),
  );

const measure = `
  const before = process.cpuUsage();
  await import('file://' + process.cwd() + '/index.mjs');
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
  process.exit(0);`;
