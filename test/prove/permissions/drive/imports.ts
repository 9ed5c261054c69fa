import { importStore } from '#aws/imports/import-store';
import { begunImport, type ImportKind } from '#domain/imports/import';
import { aPerson, header, rowOf } from '#local/made-up';
import { until } from '../../../stage/process.ts';
import { uploaded } from '../../../stage/uploaded.ts';
import { cast } from './cast.ts';
import { type Place, tableOf } from './place.ts';

/** Paid before the file names them, and paid for by another file alone. */
const [paidFirst, unknown] = [aPerson(30), aPerson(31)];

/** Files of both kinds, with lines that are refused, and a dry run that is applied. */
export async function bringFiles(place: Place): Promise<void> {
  await place.pay({ reference: `P-${paidFirst.nik}`, nik: paidFirst.nik, amount: 8_400 });
  const moved = rowOf({ ...cast.moves, province: 'Papua' }).replace('2026-10', '2026-11');
  const roster = [header, rowOf(paidFirst), moved, 'x', ''].join('\n');
  const importId = await brought(place, roster, 'workers', true);
  await place.ask('POST', `/api/imports/${importId}/apply`, { role: 'admin' });
  await ended(place, importId, 'workers');
  const rows = [cast.pays, unknown].map(
    ({ nik }, index) => `I-${index},bank,${nik},8400,2026-11-09T10:00:00+07:00,1`,
  );
  const payments = ['reference,channel,nik,amount,paid_at,months', ...rows, 'x', ''].join('\n');
  await brought(place, payments, 'payments', false);
  await place.ask('GET', '/api/imports', { role: 'finance' });
  await brought(place, 'no roster', 'workers', true);
  await standStill();
}

/** Its messages were lost: the watchdog finds it. */
async function standStill(): Promise<void> {
  const asked = { kind: 'workers', fileName: 'roster.csv', bytes: 9, dryRun: true } as const;
  const begunAt = '2026-11-09T01:00:00.000Z';
  const begun = { importId: 'imp_00000000000000000000', begunAt, by: 'user', byName: 'Ayu' };
  const of = { ...begunImport(asked, begun), etag: 'gone', arrivedAt: begunAt };
  await importStore(tableOf()).begin({ ...of, phase: 'cutting' });
}

async function brought(
  place: Place,
  csv: string,
  kind: ImportKind,
  dryRun: boolean,
): Promise<string> {
  const importId = await uploaded(place, csv, { kind, dryRun });
  await ended(place, importId, kind);
  return importId;
}

const roleOf = { workers: 'admin', payments: 'finance' } as const;

const ended = (place: Place, importId: string, kind: ImportKind): Promise<void> =>
  until(async () => {
    const { state } = await place.ask<{ state: string }>('GET', `/api/imports/${importId}`, {
      role: roleOf[kind],
    });
    return state === 'done' || state === 'failed';
  });
