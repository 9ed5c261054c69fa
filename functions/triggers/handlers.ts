/** API Gateway waits 30 seconds for an answer. */
const call = { timeoutSeconds: 29, memoryMb: 512 };

/** For the alarms of who maps NIKs: they refuse a table of another secret or number of shards. */
const orOther =
  'Does the log name the NIK secret or the shards? See operating.md, What must never be lost.';

/** How long a function may take, its memory, and who is hurt when it fails: its alarm says so. */
export const handlers = {
  me: { timeoutSeconds: 10, memoryMb: 256, ifItFails: 'Nobody can sign in to the console.' },
  'import-workers': {
    ...call,
    memoryMb: 1024,
    ifItFails: `Rosters are not imported: new workers are not reminded. ${orOther}`,
  },
  workers: {
    ...call,
    ifItFails: `The call centre can neither find workers nor stop texts to them. ${orOther}`,
  },
  plan: {
    ...call,
    ifItFails:
      'Admins cannot change the plan or stop all texts, or the schedules do not follow the plan.',
  },
  'send-sample': { ...call, ifItFails: 'Admins cannot send a sample text to their own phone.' },
  runs: { ...call, ifItFails: 'Admins do not see what was sent today.' },
  attention: {
    ...call,
    ifItFails: 'Nobody sees which reminders and payments need a person.',
  },
  'receive-payment': {
    timeoutSeconds: 20,
    memoryMb: 512,
    ifItFails: `Payments are not recorded: workers who have paid are still reminded. ${orOther}`,
  },
  'import-payments': {
    ...call,
    memoryMb: 1024,
    ifItFails: `Files of payments are not imported: who has paid is still reminded. ${orOther}`,
  },
  payments: {
    ...call,
    ifItFails: 'Finance can neither reverse a wrong payment nor match an unmatched one.',
  },
  imports: {
    ...call,
    ifItFails: 'Large files of workers and payments cannot be brought in, or nobody sees how far.',
  },
  renewals: {
    ...call,
    memoryMb: 1024,
    ifItFails: 'Finance does not see what share of workers renew, or what reminders are worth.',
  },
  'plan-preview': {
    ...call,
    memoryMb: 1024,
    ifItFails: 'Admins change the plan without seeing what it will do.',
  },
  'audit-log': { ...call, memoryMb: 256, ifItFails: 'Nobody sees who changed what.' },
  'apply-plan': {
    timeoutSeconds: 60,
    memoryMb: 512,
    ifItFails:
      'The schedules do not follow the plan: texts leave at the old times, or not at all. ' +
      `${orOther}`,
  },
  'plan-run': {
    timeoutSeconds: 60,
    memoryMb: 512,
    ifItFails: 'Reminders wait until the watchdog finds the lost firing, at most 15 minutes later.',
  },
  'send-reminders': {
    timeoutSeconds: 120,
    memoryMb: 1024,
    ifItFails: 'Workers who are due today are not reminded, nor payments confirmed.',
  },
  'record-delivery': {
    timeoutSeconds: 120,
    memoryMb: 512,
    ifItFails: 'Nobody learns which texts arrived, and dead numbers are texted again.',
  },
  tally: {
    timeoutSeconds: 120,
    memoryMb: 1024,
    ifItFails: 'What finance sees of renewals, and what a preview costs, is out of date.',
  },
  'split-import': {
    timeoutSeconds: 30,
    memoryMb: 512,
    ifItFails: 'A file that has arrived is not imported: its workers and payments are missing.',
  },
  'import-piece': {
    timeoutSeconds: 120,
    memoryMb: 1769,
    ifItFails: `A thousand lines of a file are not imported, or none of it. ${orOther}`,
  },
  'spend-credit': {
    timeoutSeconds: 120,
    memoryMb: 512,
    ifItFails:
      'Workers whose credit covers a new month are shown as unpaid until the first reminder of it.',
  },
  watchdog: {
    timeoutSeconds: 120,
    memoryMb: 512,
    ifItFails: 'Reminders that stopped half-way are not sent, and nobody learns who was missed.',
  },
  'name-staff': {
    timeoutSeconds: 5,
    memoryMb: 512,
    ifItFails:
      'Nobody can sign in, and whoever is signed in cannot stay so for longer than an hour.',
  },
} as const satisfies Record<
  string,
  Readonly<{ timeoutSeconds: number; memoryMb: number; ifItFails: string }>
>;

export type HandlerName = keyof typeof handlers;
