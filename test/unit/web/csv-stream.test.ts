import { expect, it } from 'vitest';
import { streamedPieces } from '#web/src/shared/csv/csv-stream';

const fileOf = (stream: () => ReadableStream<Uint8Array<ArrayBuffer>>): File =>
  Object.assign(new File([], 'roster.csv'), { stream });

async function textsOf(file: File): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const { text } of streamedPieces(file)) texts.push(text);
  return texts;
}

it('cuts a file in the browser while it is read', async () => {
  const text = 'nik,name\n1,Wayan Ñé\n';
  const stream = () =>
    new ReadableStream({
      start(to) {
        for (const byte of new TextEncoder().encode(text)) to.enqueue(new Uint8Array([byte]));
        to.close();
      },
    });
  expect(await textsOf(fileOf(stream))).toEqual([text]);
});

it('says that a file that was moved cannot be read', async () => {
  const gone = () => new ReadableStream({ pull: () => Promise.reject(new Error('gone')) });
  await expect(textsOf(fileOf(gone))).rejects.toMatchObject({ why: 'unreadable' });
});
