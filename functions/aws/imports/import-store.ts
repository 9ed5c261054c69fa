import pMap from 'p-map';
import { type Database, write } from '#aws/database';
import { importRow, listedRow, pieceRow, readImport, readPiece } from '#aws/imports/import-rows';
import { doneWrites, failedWrites } from '#aws/imports/piece-writes';
import { latestPage } from '#aws/latest-page';
import { firstPage, getRow, getRows } from '#aws/reading';
import type { Import } from '#domain/imports/import';
import type { ImportStore } from '#flows/imports/import-store';
import { keys } from '#table';

/** A country's file outruns the table: a write waits half a second a time, as long as a piece. */
export const attemptsOfAPiece = 100;

const pageSize = 20;
const piecesAtOnce = 1_000;
const ifNew = 'attribute_not_exists(#pk)';

export const importStore = (database: Database): ImportStore => ({
  async begin(of) {
    const { done } = await write(
      database,
      { put: importRow(of), if: ifNew },
      { put: listedRow(of) },
    );
    return done;
  },

  get: async (importId) => readImport(await getRow(database, keys.import(importId))),

  async list(kinds, cursor) {
    const pks = kinds.map((kind) => keys.listedImport(kind, '', '').pk);
    const { rows, next } = await latestPage(database, { pks, cursor, pageSize });
    const ids = rows.map(({ importId }) => String(importId));
    const stored = await getRows(database, ids.map(keys.import));
    const found = new Map(
      stored.flatMap((row) => readImport(row) ?? []).map((of) => [of.importId, of]),
    );
    return { items: ids.flatMap((id) => found.get(id) ?? []), next };
  },

  async save(of) {
    const saved: Import = { ...of, rev: of.rev + 1 };
    const { done } = await write(database, {
      put: importRow(saved),
      if: '#rev = :rev',
      values: { ':rev': of.rev },
    });
    return done ? saved : null;
  },

  async addPieces(pieces) {
    await pMap(pieces, (piece) => write(database, { put: pieceRow(piece), if: ifNew }), {
      concurrency: 16,
    });
  },

  piece: async (importId, piece) => readPiece(await getRow(database, keys.piece(importId, piece))),

  async pieces(importId, after) {
    const { pk, sk } = keys.piece(importId, after + 1);
    const { rows } = await firstPage(database, {
      where: '#pk = :pk AND #sk BETWEEN :from AND :to',
      values: { ':pk': pk, ':from': sk, ':to': 'PIECE#~' },
      limit: piecesAtOnce,
    });
    return rows.flatMap((row) => readPiece(row) ?? []);
  },

  pieceDone: async (piece, end, result) =>
    (await write({ ...database, attempts: attemptsOfAPiece }, ...doneWrites(piece, end, result)))
      .done,

  pieceFailed: async (piece, end) =>
    piece.failed < end.round && (await write(database, ...failedWrites(piece, end))).done,
});
