/**
 * A figure, and where it stands in bench/RESULTS.md: section, row, column. A test fails where the
 * two have moved apart by a quarter: what is counted together differs from run to run.
 */
export type Figure = Readonly<{ value: number; from: readonly [string, string, string] }>;

type Units = Readonly<Record<'writes' | 'reads', Figure>>;

const units = (
  section: string,
  row: string,
  [writes, reads]: readonly [number, number],
): Units => ({
  writes: { value: writes, from: [section, row, 'write units'] } satisfies Figure,
  reads: { value: reads, from: [section, row, 'read units'] } satisfies Figure,
});

const ofReminders = 'What a reminder costs';
const ofTheRest = 'What everything else costs';
const ofRows = 'What a row weighs';
const ofRosters = 'A roster through a killed stage';
const ofRate = 'The rate that is reached';
const ofExports = 'Verifying and recounting an export';

export const measured = {
  units: {
    texts: units(ofReminders, 'sent', [6.05, 2.16]),
    skipped: units(ofReminders, 'stopped', [4.49, 1.23]),
    receipts: units(ofTheRest, 'a delivery receipt', [1.01, 1.5]),
    payments: units(ofTheRest, 'a payment', [13, 4]),
    textsCounted: units(ofTheRest, 'a text: counted', [0.83, 0.16]),
    receiptsCounted: units(ofTheRest, 'a delivery receipt: counted', [0.62, 0.07]),
    paymentsCounted: units(ofTheRest, 'a payment: counted', [3.44, 0.16]),
  },
  roster: {
    ...units(ofTheRest, 'a new worker of a roster', [5.01, 2.01]),
    /** Milliseconds of the process that is all of a stage: the function's own are fewer. */
    cpu: { value: 0.87, from: [ofRosters, '20,000', 'ms of CPU a row'] },
  },
  bytes: {
    worker: { value: 656, from: [ofRows, 'worker', 'bytes'] },
    reminder: { value: 471, from: [ofRows, 'reminder', 'bytes'] },
    payment: { value: 283, from: [ofRows, 'payment', 'bytes'] },
    paymentInTimeline: { value: 319, from: [ofRows, 'payment in the timeline', 'bytes'] },
    cycle: { value: 400, from: [ofRows, 'cycle that ended', 'bytes'] },
  },
  /** Percent, in virtual time; a higher rate than its row's was not tried. */
  reached: {
    '10': { value: 99.3, from: [ofRate, '10', 'reached'] },
    '1200': { value: 100, from: [ofRate, '1,200', 'reached'] },
  },
  /** By one core. */
  rowsASecond: {
    verify: { value: 27_327, from: [ofExports, 'verify', 'rows a second of CPU'] },
    recount: { value: 26_271, from: [ofExports, 'recount', 'rows a second of CPU'] },
  },
} as const satisfies Record<string, Record<string, Figure | Units>>;
