import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvCutter, type Piece } from '#domain/csv/pieces';

/**
 * An import keeps of each piece where its bytes begin and end. Cut out of the file they have to be
 * the piece that was found when the whole file was cut, whatever the file looks like.
 */

const cell = fc.oneof(
  fc.constantFrom('', '-', '"', '""', '"Jl. Slamet\nRiyadi"', '"a;b"', 'Ñé', 'ကက', '\uFEFF', '😀'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(';'));
const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
/** So that a file of a few rows has pieces: blank lines count, and long ones fill it up. */
const filler = fc.constantFrom('', '\n'.repeat(998), '\r\n'.repeat(1_000), 'x'.repeat(9_000));

const file = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    above: fc.constantFrom('', 'sep=;\r\n', 'sep=;\n'),
    header: row.filter((text) => !/[\r\n]/.test(text)),
    rows: fc.array(fc.tuple(row, lineBreak, filler), { maxLength: 12 }),
    last: row,
  })
  .map(({ mark, above, header, rows, last }) => {
    const body = rows.map((parts) => parts.join('')).join('');
    return Buffer.from(`${mark}${above}nik;${header}\n${body}${last}`);
  });

function cut(bytes: Uint8Array, step: number, from?: Parameters<typeof csvCutter>[1]) {
  const cutter = csvCutter('roster.csv', from);
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length; at += step)
    pieces.push(...cutter.feed(bytes.subarray(at, at + step)));
  return [...pieces, ...cutter.end()];
}

it('a piece cut out of the file by its bytes is the piece of the whole file', () => {
  fc.assert(
    fc.property(file, fc.constantFrom(97, 1_000, 65_536), (bytes, step) => {
      const pieces = cut(bytes, step);
      const header = bytes
        .subarray(0, pieces[0]?.startByte)
        .toString()
        .replace(/^\uFEFF+/, '');
      let before = pieces[0]?.startByte ?? 0;
      for (const piece of pieces) {
        const { startByte: byte, endByte, firstLine: line } = piece;
        expect(byte).toBe(before);
        before = endByte;
        const own = cut(bytes.subarray(byte, endByte), step, { header, line, byte });
        if (piece.rows > 0) expect(own).toEqual([piece]);
      }
      expect(bytes.subarray(before).toString().trim()).toBe('');
    }),
    { numRuns: 100 },
  );
});

it('a file that is cut on from where a piece ends has the same pieces as cut in one go', () => {
  fc.assert(
    fc.property(file, fc.nat(), (bytes, pick) => {
      const pieces = cut(bytes, 65_536);
      const upTo = pieces[pick % pieces.length];
      if (!upTo) return;
      const header = bytes
        .subarray(0, pieces[0]?.startByte)
        .toString()
        .replace(/^\uFEFF+/, '');
      const from = { header, line: upTo.lastLine + 1, byte: upTo.endByte };
      const later = cut(bytes.subarray(upTo.endByte), 1_000, from);
      if (upTo.rows > 0) expect(later).toEqual(pieces.slice(pieces.indexOf(upTo) + 1));
    }),
    { numRuns: 100 },
  );
});
