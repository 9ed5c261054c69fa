import { columnCells } from '#domain/csv/column-cells';
import { nikColumn } from '#domain/people/nik';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';

/**
 * Excel keeps 15 digits of a number and puts 0 for the 16th, which makes another person of each
 * worker. One in ten NIKs may end in 0 as it is; most of ten or more never do.
 */
export function refuseRoundedNiks(niks: readonly string[]): void {
  const rounded = niks.filter((cell) => /^\d{15}0$/.test(cell.replace(/\D/g, ''))).length;
  if (niks.length >= fewest && rounded * 2 > niks.length)
    throw refused('invalid', problem('niks-rounded', { niks: niks.length, rounded }));
}

/** As they stand in the file, or a piece of it; none where it names no such column. */
export const nikCells = (text: string): readonly string[] =>
  columnCells(text, ['nik', ...nikColumn.headings]);

const fewest = 10;
