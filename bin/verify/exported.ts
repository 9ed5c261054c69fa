import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';

/** A full export of the table in a folder. `at`: the instant that it shows. */
export type Exported = Readonly<{
  at: string;
  rows: number;
  files: readonly string[];
  /** Files that are missing, or other than DynamoDB wrote them. */
  damaged: readonly string[];
}>;

const summarySchema = z.object({ exportTime: z.string(), itemCount: z.number() });
const fileSchema = z.object({
  itemCount: z.number(),
  md5Checksum: z.string(),
  dataFileS3Key: z.string(),
});

/** In this folder, or in the newest below its `AWSDynamoDB`. */
export async function exportIn(folder: string): Promise<Exported> {
  const place = placeOf(folder);
  const read = (name: string): string => readFileSync(join(place, name), 'utf8');
  const { exportTime, itemCount } = summarySchema.parse(JSON.parse(read('manifest-summary.json')));
  const listed = read('manifest-files.json')
    .split('\n')
    .filter(Boolean)
    .map((line) => fileSchema.parse(JSON.parse(line)))
    .map((file) => ({
      ...file,
      path: join(place, 'data', file.dataFileS3Key.split('/').at(-1) ?? ''),
    }));
  const damaged: string[] = [];
  for (const { path, md5Checksum } of listed)
    if (!existsSync(path) || md5Of(path) !== md5Checksum) damaged.push(path);
  return {
    at: exportTime,
    rows: itemCount,
    files: listed.filter(({ path }) => existsSync(path) && statSync(path).size > 0).map(pathOf),
    damaged,
  };
}

/** The lines of its files, one after the other: of none more than a block is in memory. */
export async function* linesIn(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files)
    yield* createInterface({ input: createReadStream(file).pipe(createGunzip()) });
}

const pathOf = ({ path }: Readonly<{ path: string }>): string => path;

function placeOf(folder: string): string {
  if (existsSync(join(folder, 'manifest-summary.json'))) return folder;
  const exports = join(folder, 'AWSDynamoDB');
  const newest = existsSync(exports) ? readdirSync(exports).sort().at(-1) : undefined;
  if (!newest) throw new Error(`There is no export in ${folder}: it has no manifest-summary.json`);
  return join(exports, newest);
}

/** Block by block into the same memory. */
function md5Of(path: string): string {
  const md5 = createHash('md5');
  const block = Buffer.alloc(1_048_576);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, block); read > 0; read = readSync(file, block))
      md5.update(block.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return md5.digest('base64');
}
