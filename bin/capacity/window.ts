/** Texts of one step in one zone, which may leave from `from` until `until`: seconds of a day. */
export type Demand = Readonly<{ from: number; until: number; texts: number }>;

/** `end`: the second in which the last text left; null where none did. */
export type Served<D extends Demand> = Readonly<{ demand: D; sent: number; end: number | null }>;

/**
 * Who may send shares the rate equally, as slices do that take turns on one queue; from one event
 * (a window opens or closes, a demand is served) to the next nothing changes.
 */
export function served<D extends Demand>(
  demands: readonly D[],
  textsPerSecond: number,
): readonly Served<D>[] {
  const open = demands.map((demand) => ({ demand, sent: 0, end: null as number | null }));
  let now = Math.min(...demands.map(({ from }) => from));
  while (Number.isFinite(now)) {
    const sending = open.filter((each) => maySend(each, now));
    const share = textsPerSecond / sending.length;
    const next = nextEvent(open, sending, { now, share });
    for (const each of sending) {
      each.sent = Math.min(each.demand.texts, each.sent + share * (next - now));
      each.end = next;
    }
    now = next;
  }
  return open;
}

type Open = { demand: Demand; sent: number; end: number | null };

const maySend = ({ demand: { from, until, texts }, sent }: Open, now: number): boolean =>
  from <= now && now < until && texts - sent > almostNone;

/** Infinity where nothing is left to happen. */
const nextEvent = (
  open: readonly Open[],
  sending: readonly Open[],
  { now, share }: Readonly<{ now: number; share: number }>,
): number =>
  Math.min(
    ...open.map(({ demand }) => demand.from).filter((from) => from > now),
    ...sending.flatMap(({ demand, sent }) => [demand.until, now + (demand.texts - sent) / share]),
  );

/**
 * Of a text. What rounding leaves must take longer than the smallest step of a second of the day.
 */
const almostNone = 0.001;
