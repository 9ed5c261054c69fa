import { describe, expect, it } from 'vitest';
import { csvCutter, type NoCsv, type Piece } from '#domain/csv/pieces';

const header = 'nik,name\n';
const rows = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${at},Siti`).join('\n');

const utf8 = new TextEncoder();
const bytesOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : part)));

function piecesOf(...parts: readonly (string | Uint8Array)[]): readonly Piece[] {
  const cutter = csvCutter('roster.csv');
  return [...cutter.feed(bytesOf(...parts)), ...cutter.end()];
}

function whyNot(...parts: readonly (string | Uint8Array)[]): string {
  try {
    piecesOf(...parts);
    return 'cut';
  } catch (error) {
    return (error as NoCsv).why;
  }
}

describe('a file that is cut', () => {
  it('is sent in pieces of a thousand rows, each with header and line numbers', () => {
    const pieces = piecesOf(header, rows(2_500));
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

  it('is one piece where it is exactly a thousand rows, with or without a break at its end', () => {
    expect(piecesOf(header, rows(1_000), '\n')).toHaveLength(1);
    expect(piecesOf(header, rows(1_000))).toHaveLength(1);
  });

  it('stays below a megabyte a piece, however long its rows and wide its letters', () => {
    const pieces = piecesOf(header, `${'ကကကကကက'.repeat(300)}\n`.repeat(999));
    expect(pieces.every(({ text }) => new TextEncoder().encode(text).length < 1_000_000)).toBe(
      true,
    );
    expect(pieces.at(-1)?.lastLine).toBe(1_000);
  });

  it('loses no letter that lies across two reads', () => {
    const text = `${header}1,Wayan Ñé ကက\n`;
    const cutter = csvCutter('roster.csv');
    const pieces = [...utf8.encode(text)].flatMap((byte) => cutter.feed(new Uint8Array([byte])));
    expect([...pieces, ...cutter.end()].map((piece) => piece.text)).toEqual([text]);
  });

  it('takes a stray quotation mark for a fault of its line alone', () => {
    const [first, second] = piecesOf(header, '1,"Siti\n', rows(1_500));
    expect([first?.lastLine, second?.firstLine]).toEqual([1_001, 1_002]);
  });

  it('says with each piece how the file is to be read, where sep=; says it above the header', () => {
    const above = `sep=;\r\n${header}`;
    const pieces = piecesOf(above, rows(1_001));
    expect(pieces.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [3, 1_002],
      [1_003, 1_003],
    ]);
    expect(pieces.every(({ text }) => text.startsWith(above))).toBe(true);
  });

  it('takes a line of 2 MB for one line, which is too long, and numbers those after it', () => {
    const long = `2,${'x'.repeat(2_000_000)}\r\n`;
    const text = `${header}1,Siti\r\n${long}3,Budi\r\n`;
    const cutter = csvCutter('roster.csv');
    const bytes = utf8.encode(text);
    const pieces: Piece[] = [];
    for (let at = 0; at < bytes.length; at += 65_536)
      pieces.push(...cutter.feed(bytes.subarray(at, at + 65_536)));
    pieces.push(...cutter.end());
    expect(pieces).toEqual([
      {
        text: `${header}1,Siti\r\n${long.slice(0, 10_001)}\r\n3,Budi\r\n`,
        firstLine: 2,
        lastLine: 4,
        startByte: header.length,
        endByte: bytes.length,
        rows: 3,
      },
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR, as old Macs do', '\r'],
  ])('counts lines that end in %s, wherever the reads fall', (_, lineBreak) => {
    const text = `nik,name${lineBreak}${`1,Siti${lineBreak}`.repeat(1_001)}`;
    const cutter = csvCutter('roster.csv');
    const pieces = [...utf8.encode(text)].flatMap((byte) => cutter.feed(new Uint8Array([byte])));
    expect([...pieces, ...cutter.end()]).toMatchObject([
      { firstLine: 2, lastLine: 1_001 },
      { firstLine: 1_002, lastLine: 1_002, endByte: text.length },
    ]);
  });

  it('leaves the byte order mark out, and asks the API about a header alone', () => {
    expect(piecesOf('\uFEFF', header)).toMatchObject([{ text: header, firstLine: 2 }]);
  });

  it.each<[string, (string | Uint8Array)[], string]>([
    ['an empty file', [''], 'empty'],
    ['an Excel workbook', [new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0x80])], 'not-text'],
    ['a file that ends in half a letter', [header, '1,', new Uint8Array([0xc3])], 'not-text'],
    ['one long line', ['x'.repeat(20_000)], 'no-header'],
  ])('refuses %s', (_, parts, why) => {
    expect(whyNot(...parts)).toBe(why);
  });
});
