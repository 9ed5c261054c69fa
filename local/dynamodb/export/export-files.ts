import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Where an export lies: a folder as the bucket, and the key below which its files are. */
export type ExportPlace = Readonly<{ bucket: string; key: string }>;

/** Lines of one file: `{"Item":{…}}`, one row of the table each. */
type Lines = Iterable<string>;

/**
 * Writes the files of a full export as DynamoDB does (developer guide, "DynamoDB table export
 * output format"): the manifests last, so that they are there once all is. Answers how many rows it
 * has.
 */
export async function writeExport(
  { bucket, key }: ExportPlace,
  partitions: Readonly<Record<string, Lines>>,
  summary: Readonly<Record<string, unknown>>,
): Promise<number> {
  write(bucket, `${key}/_started`, '');
  const files: DataFile[] = [];
  for (const [name, lines] of Object.entries(partitions))
    files.push(await writeData(bucket, `${key}/data/${name}.json.gz`, lines));
  const itemCount = files.reduce((sum, file) => sum + file.itemCount, 0);
  const manifestFilesS3Key = `${key}/manifest-files.json`;
  withChecksum(bucket, manifestFilesS3Key, files.map((file) => JSON.stringify(file)).join('\n'));
  const whole = { ...summary, manifestFilesS3Key, itemCount };
  withChecksum(bucket, `${key}/manifest-summary.json`, JSON.stringify(whole));
  return itemCount;
}

type DataFile = Readonly<{
  itemCount: number;
  md5Checksum: string;
  etag: string;
  dataFileS3Key: string;
}>;

async function writeData(bucket: string, key: string, lines: Lines): Promise<DataFile> {
  let itemCount = 0;
  const blocks = function* (): Generator<string> {
    let block: string[] = [];
    for (const line of lines) {
      itemCount += 1;
      block.push(line);
      if (block.length < linesAtOnce) continue;
      yield `${block.join('\n')}\n`;
      block = [];
    }
    if (block.length > 0) yield `${block.join('\n')}\n`;
  };
  const path = join(bucket, key);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = createWriteStream(path, { mode: 0o600 });
  await pipeline(Readable.from(blocks()), createGzip(), file);
  const md5 = createHash('md5').update(readFileSync(path)).digest();
  // It comes in one part: the hash of its parts' hashes, and how many they are.
  const etag = `${createHash('md5').update(md5).digest('hex')}-1`;
  return { itemCount, md5Checksum: md5.toString('base64'), etag, dataFileS3Key: key };
}

/** Between two blocks the emulator goes on with its work. */
const linesAtOnce = 500;

function withChecksum(bucket: string, key: string, content: string): void {
  write(bucket, key, content);
  write(
    bucket,
    key.replace(/json$/, 'checksum'),
    createHash('md5').update(content).digest('base64'),
  );
}

function write(bucket: string, key: string, content: string): void {
  const path = join(bucket, key);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
}
