/**
 * Files of workers and payments, whose coming starts their import. S3 counts the days from the
 * upload and rounds up to midnight UTC, so that no file is older than a week.
 */
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

/**
 * Changes under workers' keys and in the lists of payments, shard by shard and in order. Counters
 * have other keys, so what counting writes does not come back. The tumbling window tells the handler its shard.
 */
export const tableStream = {
  handler: 'tally',
  keysFrom: ['WRK#', 'RECORDED#'],
  batchSize: 5_000,
  /**
   * Changes that arrive within this time are counted together: the longer, the fewer transactions
   * meet in a lane (docs/decisions/0049). Reports are behind by as much.
   */
  gatherSeconds: 30,
  windowSeconds: 60,
} as const;
