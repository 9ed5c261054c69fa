/** S3 counts days from the upload and rounds up to midnight UTC: no file is older than a week. */
export const uploads = {
  handler: 'split-import',
  prefix: 'uploads/',
  expireDays: 6,
  // The console sends files, and reads what was refused of them.
  cors: {
    methods: ['PUT', 'GET'],
    headers: ['content-type', 'if-none-match'],
    maxAgeSeconds: 3_600,
  },
} as const;

/** SNS logs what became of each text here, below `sns/<region>/<account>/`. */
export const deliveryLogs = {
  handler: 'record-delivery',
  groups: ['DirectPublishToPhoneNumber', 'DirectPublishToPhoneNumber/Failure'],
} as const;

/** Counters have other keys: what counting writes does not come back. Windows tell the shard. */
export const tableStream = {
  handler: 'tally',
  keysFrom: ['WRK#', 'RECORDED#'],
  batchSize: 5_000,
  /** Counted together: the longer, the fewer transactions meet in a lane (docs/decisions/0049). */
  gatherSeconds: 30,
  windowSeconds: 60,
} as const;
