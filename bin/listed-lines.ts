import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { csvLine } from '#domain/csv/text';
import type { Problem } from '#domain/problem';

/** A conflict is about the whole line: it has no field. */
type Listed = Problem & Readonly<{ line: number; field?: string; value?: string }>;

/** Lines, in a CSV at `path`; one that an earlier import left there is deleted. */
export function listedLines(path: string) {
  let stream: WriteStream | undefined;
  rmSync(path, { force: true });
  return {
    write(lines: readonly Listed[]): void {
      if (lines.length > 0) stream ??= begin(path);
      for (const { line, field = '', value = '', code, reason } of lines)
        stream?.write(`${csvLine([line, field, value, code, reason], ',')}\n`);
    },
    /** Answers the path where something is listed. */
    close: () =>
      new Promise<string | null>((resolve) =>
        stream ? stream.end(() => resolve(path)) : resolve(null),
      ),
  };
}

/** For the owner alone: it holds what could not be read, which may be a NIK. */
function begin(path: string): WriteStream {
  const stream = createWriteStream(path, { mode: 0o600 });
  stream.write('line,field,value,code,reason\n');
  return stream;
}
