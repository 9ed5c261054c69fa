import { describe, expect, it } from 'vitest';
import { type NoCsv, type StreamedPiece, streamedPieces } from '#web/src/shared/csv/csv-stream';

const header = 'nik,name\n';
const rows = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${at},Siti`).join('\n');

const fileOf = (...parts: (string | Uint8Array<ArrayBuffer>)[]): File =>
  new File(parts, 'roster.csv');

async function piecesOf(file: File): Promise<readonly StreamedPiece[]> {
  const pieces: StreamedPiece[] = [];
  for await (const piece of streamedPieces(file)) pieces.push(piece);
  return pieces;
}

const whyNot = async (file: File): Promise<string> => {
  const error = await piecesOf(file).catch((thrown: NoCsv) => thrown);
  return 'why' in error ? error.why : 'cut';
};

describe('a file cut in the browser', () => {
  it('goes in pieces of a thousand rows, each with the header and the line on which it begins and ends', async () => {
    const pieces = await piecesOf(fileOf(header, rows(2_500)));
    expect(pieces.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [2, 1_001],
      [1_002, 2_001],
      [2_002, 2_501],
    ]);
    expect(pieces.every(({ text }) => text.startsWith(header))).toBe(true);
    expect(pieces.map(({ text }) => text.slice(header.length)).join('')).toBe(rows(2_500));
    expect([pieces.at(0)?.endByte, pieces.at(-1)?.endByte]).toEqual([
      `${header}${rows(1_000)}\n`.length,
      `${header}${rows(2_500)}`.length,
    ]);
  });

  it('is one piece where it is exactly a thousand rows, with or without a break at its end', async () => {
    expect(await piecesOf(fileOf(header, rows(1_000), '\n'))).toHaveLength(1);
    expect(await piecesOf(fileOf(header, rows(1_000)))).toHaveLength(1);
  });

  it('stays below a megabyte a piece, however long its rows and wide its letters', async () => {
    const pieces = await piecesOf(fileOf(header, `${'ကကကကကက'.repeat(300)}\n`.repeat(999)));
    expect(pieces.every(({ text }) => new TextEncoder().encode(text).length < 1_000_000)).toBe(
      true,
    );
    expect(pieces.at(-1)?.lastLine).toBe(1_000);
  });

  it('loses no letter that lies across two reads', async () => {
    const bytes = new TextEncoder().encode(`${header}1,Wayan Ñé ကက\n`);
    const stream = new ReadableStream({
      start: (to) => {
        for (const byte of bytes) to.enqueue(new Uint8Array([byte]));
        to.close();
      },
    });
    const file = Object.assign(fileOf(bytes), { stream: () => stream });
    expect((await piecesOf(file)).map(({ text }) => text)).toEqual([`${header}1,Wayan Ñé ကက\n`]);
  });

  it('takes a stray quotation mark for a fault of its line alone', async () => {
    const [first, second] = await piecesOf(fileOf(header, '1,"Siti\n', rows(1_500)));
    expect([first?.lastLine, second?.firstLine]).toEqual([1_001, 1_002]);
  });

  it('leaves the byte order mark out, and asks the API about a header alone', async () => {
    expect(await piecesOf(fileOf('\uFEFF', header))).toMatchObject([
      { text: header, firstLine: 2 },
    ]);
  });

  it.each([
    ['an empty file', fileOf('\n  \n'.trim()), 'empty'],
    ['an Excel workbook', fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0x80])), 'not-text'],
    ['a file that ends in half a letter', fileOf(header, '1,', new Uint8Array([0xc3])), 'not-text'],
    ['one long line', fileOf('x'.repeat(20_000)), 'no-header'],
  ])('refuses %s', async (_, file, why) => {
    expect(await whyNot(file)).toBe(why);
  });

  it('says that a file that was moved cannot be read', async () => {
    const gone = Object.assign(fileOf(header), {
      stream: () => new ReadableStream({ pull: () => Promise.reject(new Error('gone')) }),
    });
    expect(await whyNot(gone)).toBe('unreadable');
  });
});
