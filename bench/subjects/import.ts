import { figure, type Rows, type Subject } from '../frame/subject.ts';
import { killedImport } from '../import-million/killed-import.ts';

const kills = 2;
const sizes = [5_000, 20_000];

/** A million rows: `npx node bench/import-million.ts`. */
export const importing: Subject = {
  title: 'A roster through a killed stage',
  how:
    'A roster of new made-up people through upload, pieces and result, while the stage ' +
    '(handlers, queue and files in one process) is ended twice with kill -9; the table’s process ' +
    'lives on, as in AWS. Afterwards each worker of the table is held against the roster. Memory ' +
    'and CPU are those of the stage’s process, with all its stand-ins and the counting, without ' +
    'the table’s.',
  columns: [
    ...['rows', 'kills', 'missing', 'strangers', 'rows a second', 'ms of CPU a row'],
    ...['MB, median', 'MB at most'],
  ],
  parts: Object.fromEntries(sizes.map((rows) => [String(rows), () => measured(rows)])),
};

async function measured(rows: number): Promise<Rows> {
  const shares = Array.from({ length: kills }, (_, at) => (at + 1) / (kills + 1));
  const { found, seconds, cpu, memory } = await killedImport(rows, shares);
  return [
    [
      ...[rows, kills, found.missing, found.strangers, rows / seconds].map((each) =>
        figure(each, 0),
      ),
      figure(cpu),
      ...[memory.median, memory.peak].map((each) => figure(each, 0)),
    ],
  ];
}
