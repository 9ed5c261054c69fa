import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { NoCsv, type StreamedPiece, streamedPieces } from '#web/src/shared/csv/csv-stream';

/** The pieces of a CSV file of any size, cut as the console cuts them. Throws an Error with one sentence where the file is not text at all. */
export async function* csvPieces(path: string, row = 'worker'): AsyncGenerator<StreamedPiece> {
  const name = basename(path);
  try {
    yield* streamedPieces({ name, stream: () => Readable.toWeb(createReadStream(path)) });
  } catch (error) {
    if (!(error instanceof NoCsv)) throw error;
    if (error.why === 'empty')
      throw new Error(`${name} is empty: it needs a header row and one row a ${row}`);
    // What the file system says has a code, which the command has words for.
    throw error.cause ?? error;
  }
}
