import { recordPayment } from '#flows/payments/record-payment';
import { importWorkers } from '#flows/people/import-workers';
import type { Roster } from '#flows/people/read-roster';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aStage, paymentOf } from '../given.ts';
import { settings } from '../settings.ts';

export const header = 'nik,name,phone,province,sector,income,jht,language,covered_through';

/** Born on the first of January of so many years; region 99, which does not exist. */
const nikOf = (index: number): string => {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `997201${41 + (index % 31)}${two(1 + ((index / 31) % 12))}${two(index / 372)}0001`;
};

export const idOf = (index: number): string => `wrk_${nikOf(index)}0000`;

type Cells = Readonly<{ name?: string; phone?: string; covered?: string; tail?: string }>;

export const line = (
  index: number,
  {
    name = `Pekerja ${index}`,
    phone = `0870000${String(index).padStart(4, '0')}`,
    covered = '2026-10',
    tail = '',
  }: Cells = {},
) => `${nikOf(index)},${name},${phone},Jawa Tengah,other,1000000,no,id,${covered}${tail}`;

export const file = (...lines: readonly string[]): string => [header, ...lines].join('\n');

export const load = (memory: InMemoryPorts, text: string, options: Partial<Roster> = {}) =>
  importWorkers(
    { text, firstLine: undefined, dryRun: false, by: 'admin', ...options },
    memory,
    settings,
  );

export const pay = (
  memory: InMemoryPorts,
  index: number,
  facts: Parameters<typeof paymentOf>[0] = {},
) => recordPayment(paymentOf(facts), idOf(index), memory, settings);

export const stored = ({ state }: InMemoryPorts, index: number) => state.workers.get(idOf(index));

export const empty = () => aStage({ workers: [] });
