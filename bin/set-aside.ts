import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { csvLine } from '#domain/csv/text';
import type { Imported } from './import-totals.ts';

/** The refused lines, in a CSV at `path`; one that an earlier import left there is deleted. */
export function setAside(path: string) {
  let stream: WriteStream | undefined;
  rmSync(path, { force: true });
  return {
    write({ rejected, conflicts }: Pick<Imported, 'rejected' | 'conflicts'>): void {
      const rows = [
        ...rejected.map(({ line, field, value, code, reason }) => [
          line,
          field,
          value,
          code,
          reason,
        ]),
        ...conflicts.map(({ line, code, reason }) => [line, '', '', code, reason]),
      ];
      if (rows.length > 0) stream ??= begin(path);
      for (const row of rows) stream?.write(`${csvLine(row, ',')}\n`);
    },
    /** Answers the path where something was set aside. */
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
