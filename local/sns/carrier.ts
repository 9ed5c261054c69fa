import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { parsePhone } from '#domain/people/phone';
import { busyCounter } from '#local/busy';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import type { Events } from '#local/event-timeline';
import type { Faults } from '#local/faults';
import { type Lambda, NotCalled } from '#local/lambda';
import type { State } from '#local/state';
import { deliveryLogs } from '#triggers';

export type OutboxItem = Readonly<{
  to: string;
  text: string;
  parts: number;
  at: string;
  messageId: string;
}>;
export type Carrier = ReturnType<typeof startCarrier>;

/**
 * A text's fate follows from its id. Its receipt comes seconds to minutes later by the emulator's
 * clock, as a record of SNS's delivery log. Records wait in the state file until the handler has
 * taken them: a crash repeats them and loses none.
 */
export function startCarrier({
  state,
  faults,
  lambda,
  changed,
  cloudwatch,
  bury,
}: {
  state: State;
  faults: Faults;
  lambda: Lambda;
  changed: () => void;
  cloudwatch: Pick<CloudWatch, 'log'>;
  /** Takes the batch that the handler failed to take three times. */
  bury: (event: unknown) => void;
}) {
  const put = state.database.prepare('INSERT INTO receipts (dueAt, record) VALUES (?, ?)');
  const keep = state.database.prepare(
    'INSERT INTO delivery_log (at, logGroup, record) VALUES (?, ?, ?)',
  );
  const next = state.database.prepare('SELECT min(dueAt) AS at FROM receipts');
  const due = state.database.prepare(
    'SELECT id, record FROM receipts WHERE dueAt <= ? ORDER BY dueAt, id LIMIT ?',
  );
  const remove = state.database.prepare('DELETE FROM receipts WHERE id = ?');
  const later = state.database.prepare(
    'UPDATE receipts SET dueAt = ?, attempts = attempts + ? WHERE id = ?',
  );
  const givenUp = state.database.prepare('SELECT id, record FROM receipts WHERE attempts >= ?');
  const running = busyCounter();
  let stopped = false;

  const nextDue = (): number | null => (next.get()?.at as number | null | undefined) ?? null;

  /**
   * One batch after the other. A failed batch is tried again a minute later, three times in all, as
   * Lambda does.
   */
  const report = async (): Promise<void> => {
    while (!faults.isOff(deliveryLogs.handler)) {
      const batch = stopped ? [] : (due.all(Date.now(), batchSize) as unknown as readonly Kept[]);
      if (batch.length === 0) return;
      const failure = await lambda.invoke(deliveryLogs.handler, logEventOf(batch)).then(
        () => null,
        (error: unknown) => ({ attempts: error instanceof NotCalled ? 0 : 1 }),
      );
      // The emulator stopped meanwhile without waiting: the batch is as after a crash.
      if (!state.database.isOpen) return;
      for (const { id } of batch)
        failure ? later.run(Date.now() + 60_000, failure.attempts, id) : remove.run(id);
      giveUp();
    }
  };

  const giveUp = (): void => {
    const batch = givenUp.all(3) as unknown as readonly Kept[];
    if (batch.length > 0) bury(logEventOf(batch));
    for (const { id } of batch) remove.run(id);
  };

  const isIdle = (): boolean => stopped || running.isBusy() || faults.isOff(deliveryLogs.handler);
  const events: Events = {
    next: () => (isIdle() ? null : nextDue()),
    runDue: () => {
      if (!running.isBusy() && (events.next() ?? Number.POSITIVE_INFINITY) <= Date.now())
        void running.count(report()).finally(changed);
    },
    isBusy: running.isBusy,
    idle: running.idle,
  };

  const log = (text: OutboxItem, fate: Fate & { dwellMs: number }): void => {
    const { priceUsdPerPart, silent } = faults.current().carrier;
    if (silent) return;
    const record = recordOf(text, { ...fate, priceUsd: text.parts * priceUsdPerPart });
    const dueAt = onTheHalfMinute(Date.parse(text.at) + fate.dwellMs);
    cloudwatch.log(deliveryLog(fate), record, dueAt);
    keep.run(dueAt, deliveryLog(fate), record);
    put.run(dueAt, record);
    changed();
  };

  return {
    events,
    /**
     * A text that SNS took. Without an answer its carrier is in trouble: its receipt takes hours.
     */
    takes(text: OutboxItem, { inTrouble }: { inTrouble: boolean }): void {
      const dwellMs = dwellOf(text.messageId) + (inTrouble ? 2 * 3_600_000 : 0);
      log(text, { dwellMs, ...fateOf(text, faults) });
    },
    /** A text that SNS took and did not send. */
    neverGets(text: OutboxItem, providerResponse: string): void {
      log(text, { dwellMs: dwellOf(text.messageId), status: 'FAILURE', providerResponse });
    },
    stop: (): void => {
      stopped = true;
    },
  };
}

type Kept = Readonly<{ id: number; record: string }>;
type Fate = Readonly<{ status: 'SUCCESS' | 'FAILURE'; providerResponse: string }>;

/**
 * CloudWatch Logs gathers records: a jump of the clock stops twice a minute at most, not at each.
 */
const onTheHalfMinute = (at: number): number => Math.ceil(at / 30_000) * 30_000;
const batchSize = 500;

/** Evenly distributed from 0 to below 1, always the same for this id. */
const chanceOf = (messageId: string, of: string): number =>
  createHash('sha256').update(`${messageId} ${of}`).digest().readUInt32BE() / 2 ** 32;

/** 3 to 100 seconds. */
const dwellOf = (messageId: string): number =>
  3_000 + Math.floor(chanceOf(messageId, 'dwell') * 97_000);

function fateOf({ to, messageId }: OutboxItem, faults: Faults): Fate {
  const { deliveredPercent, deadNumbers, quotaUsedUp } = faults.current().carrier;
  if (quotaUsedUp) return { status: 'FAILURE', providerResponse: 'No quota left for account' };
  if (deadNumbers.some((number) => isPhone(number, to)))
    return { status: 'FAILURE', providerResponse: 'Invalid phone number' };
  return chanceOf(messageId, 'delivered') * 100 < deliveredPercent
    ? { status: 'SUCCESS', providerResponse: 'Message has been accepted by phone carrier' }
    : { status: 'FAILURE', providerResponse: 'Phone is currently unreachable/unavailable' };
}

/** However the number was written. */
function isPhone(number: string, phone: string): boolean {
  const parsed = parsePhone(number);
  return number === phone || ('phone' in parsed && parsed.phone === phone);
}

const recordOf = (
  { to, parts, at, messageId }: OutboxItem,
  { dwellMs, priceUsd, status, providerResponse }: Fate & { dwellMs: number; priceUsd: number },
): string =>
  JSON.stringify({
    notification: { messageId, timestamp: at.replace('T', ' ').replace('Z', '') },
    delivery: {
      phoneCarrier: 'Made-up Carrier',
      mnc: 0,
      numberOfMessageParts: parts,
      destination: to,
      priceInUSD: Number(priceUsd.toFixed(5)),
      smsType: 'Transactional',
      mcc: 510,
      providerResponse,
      dwellTimeMs: dwellMs,
    },
    status,
  });

/** The log group in which SNS writes of it. */
const deliveryLog = ({ status }: Pick<Fate, 'status'>): string =>
  logGroupOf(deliveryLogs.groups[status === 'SUCCESS' ? 0 : 1]);

const logGroupOf = (group: string): string => `sns/ap-southeast-3/000000000000/${group}`;

/** As a subscription of CloudWatch Logs calls its function. */
const logEventOf = (batch: readonly Kept[]) => ({
  awslogs: {
    data: gzipSync(
      JSON.stringify({
        messageType: 'DATA_MESSAGE',
        owner: '000000000000',
        logGroup: logGroupOf(deliveryLogs.groups[0]),
        logStream: 'stage',
        subscriptionFilters: [deliveryLogs.handler],
        logEvents: batch.map(({ id, record }) => ({
          id: String(id),
          timestamp: Date.now(),
          message: record,
        })),
      }),
    ).toString('base64'),
  },
});
