import { people } from '#local/made-up';
import { payAll } from '../frame/acts.ts';
import { each, type Used } from '../frame/meter.ts';
import { type MeteredStage, startMeteredStage } from '../frame/metered-stage.ts';
import type { Subject } from '../frame/subject.ts';

const count = 300;

/** One stage through a worker's month: they are imported, texted, heard of, and pay. */
export const otherCosts: Subject = {
  title: 'What everything else costs',
  how:
    `${count} workers are imported, imported again, texted, heard of by delivery receipts, and ` +
    'pay, each by a call of its own. Units as for a reminder; “counted” is what the counting of ' +
    'these changes consumes beside them, on a table that is quiet: its batches are as small as ' +
    'they come.',
  columns: ['what', 'write units', 'read units', 'requests'],
  parts: { 'a month': () => onStage(rowsOf) },
};

async function onStage<T>(act: (stage: MeteredStage) => Promise<T>): Promise<T> {
  const stage = await startMeteredStage('2026-11-01T08:00+07:00');
  try {
    await stage.holdOut(0);
    return await act(stage);
  } finally {
    await stage.stop();
  }
}

async function rowsOf(stage: MeteredStage): Promise<string[][]> {
  const persons = people(count);
  const rows: string[][] = [];
  const row = (what: string, used: Used) => rows.push([what, ...each(used, count)]);
  const both = async (what: string, act: () => Promise<unknown>) => {
    row(what, await stage.costOf(act, isNotCounting));
    row(`${what}: counted`, stage.database.meter.used(isCounting));
  };
  await both('a new worker of a roster', () => stage.importPeople(persons));
  row('a line that changes nothing', await stage.costOf(() => stage.importPeople(persons)));
  await stage.costOf(() => stage.moveTo('2026-11-11T09:00:20+07:00'));
  row('a text: counted', stage.database.meter.used(isCounting));
  await both('a delivery receipt', () => stage.moveTo('2026-11-11T09:03:00+07:00'));
  await both('a payment', () => payAll(stage, persons));
  return rows;
}

/** Counters lie in lanes, and how far each has come beside them. */
const kindsOfCounting = ['TALLY', 'TALLIED', 'COUNT', 'KEPT'];
const isCounting = (kind: string): boolean => kindsOfCounting.includes(kind);
const isNotCounting = (kind: string): boolean => !isCounting(kind);
