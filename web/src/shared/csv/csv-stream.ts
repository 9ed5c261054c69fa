import { csvCutter, NoCsv, type Piece } from '#domain/csv/pieces';

type Source = Pick<File, 'name' | 'stream'>;

/** The pieces of a file while it is read. Throws `NoCsv`. */
export async function* streamedPieces(file: Source): AsyncGenerator<Piece> {
  const cutter = csvCutter(file.name);
  const reader = file.stream().getReader();
  try {
    for (
      let { done, value } = await readOn(reader, file);
      !done;
      { done, value } = await readOn(reader, file)
    )
      if (value) yield* cutter.feed(value);
    yield* cutter.end();
  } finally {
    // Also where the reader stops early.
    await reader.cancel().catch(() => undefined);
  }
}

/** Fails if the file was moved or written since it was chosen, so no mixture is read. */
const readOn = (reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, { name }: Source) =>
  reader.read().catch((error: Error) => {
    throw new NoCsv('unreadable', `${name} cannot be read: ${error.message}`, { cause: error });
  });
