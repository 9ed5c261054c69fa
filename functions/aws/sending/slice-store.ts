import pMap from 'p-map';
import { type Database, type Stored, type Write, write } from '#aws/database';
import { allRows, getRow, getRows, pages } from '#aws/reading';
import { missedAttention } from '#aws/sending/missed-rows';
import {
  isAsStored,
  progressSchema,
  readProgress,
  readSlice,
  readTurn,
  rowOf,
  turnSchema,
} from '#aws/sending/slice-rows';
import { ticketsMoved, trialIn } from '#aws/sending/trial-store';
import type { Zone } from '#domain/calendar/zones';
import { confirming } from '#domain/plan/step-of';
import type { Booking, SliceStore } from '#flows/sending/slice-store';
import { keys } from '#table';

export const sliceStore = (database: Database): SliceStore => ({
  async open(slices) {
    await pMap(
      slices,
      (slice) => write(database, { put: rowOf(slice), if: 'attribute_not_exists(#pk)' }),
      { concurrency: 16 },
    );
  },

  get: async (key) => readSlice(await getRow(database, keys.slice(key))),

  async list(zone, date) {
    const rows = await allRows(database, {
      where: '#pk = :pk',
      values: { ':pk': `RUN#${zone}#${date}` },
    });
    return rows.flatMap((row) => readSlice(row) ?? []);
  },

  async anyReminder(zone, date, is) {
    for (const [where, edge] of besideConfirmations) {
      const query = {
        where: `#pk = :pk AND ${where}`,
        values: { ':pk': `RUN#${zone}#${date}`, ':edge': edge },
        shownFields: Object.keys(turnSchema.shape),
        newestFirst: true,
      };
      for await (const { rows } of pages(database, query))
        if (rows.flatMap((row) => readTurn(row) ?? []).some(is)) return true;
    }
    return false;
  },

  async progress(zone, date) {
    const rows = await allRows(database, {
      where: '#pk = :pk',
      values: { ':pk': `RUN#${zone}#${date}` },
      shownFields: Object.keys(progressSchema.shape),
    });
    return rows.flatMap((row) => readProgress(row) ?? []);
  },

  async save(slice, booking, tickets) {
    const saved = { ...slice, rev: slice.rev + 1 };
    const put = { put: rowOf(saved), if: '#rev = :rev', values: { ':rev': slice.rev } };
    const budget = booking && moves(booking) ? [booked(booking)] : [];
    const trial = tickets ? [ticketsMoved(tickets)] : [];
    const patient = { ...database, attempts: attemptsToSave };
    const written = await write(patient, put, ...budget, ...missedAttention(saved), ...trial);
    if (written.done) return { status: 'saved', slice: saved };
    const [lost, ...refused] = written.refused;
    const isPlain = written.refused.length === 1;
    if (lost && isPlain && isAsStored(saved, lost)) return { status: 'saved', slice: saved };
    if (lost) return { status: 'lost' };
    const overBudget = refused.slice(0, budget.length).find(Boolean);
    if (overBudget || !tickets)
      return { status: 'over-budget', committed: committedIn(overBudget) };
    return { status: 'no-ticket', trial: trialIn(refused.at(-1), tickets) };
  },

  async budget(month) {
    const { committed = 0, spent = 0 } = (await getRow(database, keys.budget(month))) ?? {};
    return { committed: Number(committed), spent: Number(spent) };
  },

  async watermarks(zones) {
    const rows = await getRows(database, zones.map(keys.closed));
    return new Map(rows.map(({ zone, through }) => [zone as Zone, String(through)]));
  },

  async moveWatermark(zone, through) {
    await write(database, {
      update: keys.closed(zone),
      to: 'SET #zone = :zone, #through = :through',
      if: 'attribute_not_exists(#through) OR #through < :through',
      values: { ':zone': zone, ':through': through },
    });
  },
});

/** Later times first: what is leaving is mostly found on the first page. */
const confirmations = `${confirming.at}#${confirming.id}`;

const besideConfirmations = [
  ['#sk > :edge', `${confirmations}#~`],
  ['#sk < :edge', `${confirmations}#`],
] as const;

/** 64 slices that end together meet at the month's budget: at 20 ms each they need a second. */
export const attemptsToSave = 30;

const committedIn = (budget: Stored | null | undefined): number =>
  Number(budget?.committed?.N ?? 0);

/** Most writes of a slice book nothing (a lease, an unlimited plan): they stay one cheap write. */
const moves = ({ reserve, release, spend }: Booking): boolean =>
  reserve !== 0 || release !== 0 || spend !== 0;

function booked({ month, reserve, release, spend, limit }: Booking): Write {
  const more = reserve + spend - release;
  const booking = {
    update: keys.budget(month),
    to: 'ADD #committed :more, #spent :spend',
    values: { ':more': more, ':spend': spend },
  };
  // Releasing is never refused, even where the limit was lowered meanwhile.
  if (limit === null || reserve === 0) return booking;
  const condition =
    more <= limit
      ? 'attribute_not_exists(#committed) OR #committed <= :room'
      : '#committed <= :room';
  return { ...booking, if: condition, values: { ...booking.values, ':room': limit - more } };
}
