import { createWriteStream, unlinkSync, type WriteStream } from 'node:fs';
import { csvLine } from '#domain/csv/text';

/** The lines that were not taken in, in a CSV beside the file. A file from before goes, so that what lies there is always of the last import. */
export function setAside(path: string) {
  let stream: WriteStream | undefined;
  unlinkIfThere(path);
  return {
    write: (row: readonly (string | number)[]) => {
      stream ??= begin(path);
      stream.write(`${csvLine(row, ',')}\n`);
    },
    close: () =>
      new Promise<string | null>((resolve) =>
        stream ? stream.end(() => resolve(path)) : resolve(null),
      ),
  };
}

function begin(path: string): WriteStream {
  const stream = createWriteStream(path, { mode: 0o600 });
  stream.write('line,field,value,code,reason\n');
  return stream;
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
