import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportIn } from '../../bin/verify/exported.ts';
import { measuredRun } from '../export/measured-run.ts';
import { figure, type Rows, type Subject } from '../frame/subject.ts';
import { madeUpExport } from '../made-up-export.ts';

const workers = 1_000_000;

/** Other sizes, and faults: `npx node bench/verify-million.ts --help`. */
export const exports: Subject = {
  title: 'Verifying and recounting an export',
  how:
    'The export of a made-up month of so many workers, in which nothing went wrong, and the ' +
    'carrier’s log of it: npm run verify finds no promise broken, and the recount adds it up ' +
    'into an empty table. MB are the most that the process has had at once (VmHWM), without the ' +
    'stand-in for DynamoDB.',
  columns: ['what', 'workers', 'rows', 'rows a second of CPU', 'MB'],
  parts: { 'a month': () => inFolder((folder) => measured(folder, workers)) },
};

async function inFolder(act: (folder: string) => Promise<Rows>): Promise<Rows> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-million-'));
  try {
    await madeUpExport(folder, workers);
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of an export that is in this folder, with its log. */
export async function measured(folder: string, of: number): Promise<Rows> {
  const { rows } = await exportIn(folder);
  const rowOf = async (what: string, file: string, options: readonly string[]) => {
    const { cpu, peak, code, said } = await measuredRun(file, options);
    if (code !== 0) throw new Error(`${what} ended with ${code}:\n${said}`);
    return [what, ...[of, rows, rows / cpu, peak].map((each) => figure(each, 0))];
  };
  const log = join(folder, 'carrier.log');
  const month = ['--month', '2026-11', '--export', folder, '--log', log];
  return [
    await rowOf('verify', 'bin/verify.ts', month),
    await rowOf('recount', 'bench/export/recount-export.ts', [folder]),
  ];
}
