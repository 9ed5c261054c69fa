import { type ImportKind, noRupiah } from '#domain/imports/import';
import type { PieceResult } from '#domain/imports/piece';
import type { SetAside } from '#domain/imports/set-aside';
import { parsePayments } from '#domain/payments/files/payment-file';
import { parseRoster } from '#domain/people/roster/roster-csv';
import type { Settings } from '#domain/settings';
import { type ImportPaymentsPorts, importPayments } from '#flows/payments/import-payments';
import type { ImportPorts } from '#flows/people/import-person';
import { importWorkers } from '#flows/people/import-workers';
import type { Roster } from '#flows/people/read-roster';

export type KindPorts = ImportPorts & ImportPaymentsPorts;

type Imported = Readonly<{ result: Omit<PieceResult, 'refusedBytes'>; setAside: SetAside }>;

type Kind = Readonly<{
  /** Throws `Refused` for a file that cannot be read. */
  read(text: string, firstLine: number): unknown;
  /** As a call with so much text would. */
  take(piece: Roster, ports: KindPorts, settings: Settings): Promise<Imported>;
}>;

export const kinds: Readonly<Record<ImportKind, Kind>> = {
  workers: {
    read: parseRoster,
    async take(piece, ports, settings) {
      const { accepted, created, updated, unchanged, ...setAside } = await importWorkers(
        piece,
        ports,
        settings,
      );
      const counts = { accepted, created, updated, unchanged, unmatched: 0, ...sizesOf(setAside) };
      return { result: { rows: rowsIn(counts), counts, rupiah: noRupiah }, setAside };
    },
  },
  payments: {
    read: parsePayments,
    async take(piece, ports, settings) {
      const { accepted, recorded, alreadyRecorded, unmatched, rupiah, ...setAside } =
        await importPayments(piece, ports, settings);
      const done = { created: recorded, updated: 0, unchanged: alreadyRecorded, unmatched };
      const counts = { accepted, ...done, ...sizesOf(setAside) };
      return { result: { rows: rowsIn(counts), counts, rupiah }, setAside };
    },
  },
};

const sizesOf = ({ rejected, conflicts, warnings }: SetAside) => ({
  rejected: rejected.length,
  conflicts: conflicts.length,
  warnings: warnings.length,
});

const rowsIn = ({
  accepted,
  rejected,
  conflicts,
}: Readonly<Record<'accepted' | 'rejected' | 'conflicts', number>>): number =>
  accepted + rejected + conflicts;
