import { columnCells } from '#domain/csv/column-cells';
import { nikColumn } from '#domain/people/nik';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';

/**
 * Excel keeps 15 digits of a number and puts 0 for the 16th, which makes another person of each
 * worker. One in ten NIKs may end in 0 as it is; most of ten or more never do.
 */
export function refuseRoundedNiks(text: string): void {
  const cells = columnCells(text, ['nik', ...nikColumn.headings]);
  const rounded = cells.filter((cell) => /^\d{15}0$/.test(cell.replace(/\D/g, ''))).length;
  if (cells.length >= fewest && rounded * 2 > cells.length)
    throw refused('invalid', problem('niks-rounded', { niks: cells.length, rounded }));
}

const fewest = 10;
