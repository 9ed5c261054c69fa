import { addMonths, type Month, monthRange } from '#domain/calendar/dates';

/**
 * What is to become of money that rosters, channels and finance tell of, counted in months of one
 * price. Written from the rule alone: it knows no tariff, no cycle and none of the product's code
 * but the calendar.
 */
export type Telling = Readonly<{
  channel: string;
  reference: string;
  months: number;
  limit: number | null;
  paidAt: string;
  /** The worker's own. */
  day: string;
}>;

type Kept = Telling & { state: 'waiting' | 'bought' | 'linked' | 'reversed'; flagged: boolean };
type Told = { at: string; months: number };

export function oracle() {
  const payments: Kept[] = [];
  const told: Told[] = [];
  let firstNamed: string | null = null;
  let covered: Month = '';
  let credit = 0;

  const isAlike = (one: Telling, other: Kept): boolean => {
    const bare = ({ reference }: Telling) => reference.toLowerCase().replace(/^0+/, '');
    if (other.state !== 'bought' && other.state !== 'linked') return false;
    if (one.months === other.months && one.day === other.day) return true;
    return (
      bare(one) === bare(other) && (one.months === other.months || one.channel === other.channel)
    );
  };

  const spend = (now: string): void => {
    while (credit > 0 && addMonths(covered, 1) <= now.slice(0, 7)) {
      covered = addMonths(covered, 1);
      credit -= 1;
    }
  };

  const apply = (payment: Kept, now: string): void => {
    const since = told.filter(({ at }) => payment.paidAt <= at);
    const link = since.find(({ months }) => payment.months <= months);
    const isEarly =
      firstNamed !== null && payment.paidAt < firstNamed && covered >= payment.day.slice(0, 7);
    payment.flagged =
      payments.some((other) => other !== payment && isAlike(payment, other)) ||
      (!link && (since.length > 0 || isEarly));
    payment.state = link ? 'linked' : 'bought';
    if (link) link.months -= payment.months;
    else {
      const money = payment.months + credit;
      const bought = Math.min(money, payment.limit ?? 12, 12);
      covered = addMonths(covered, bought);
      credit = money - bought;
    }
    spend(now);
  };

  return {
    payments,
    firstNamed: () => firstNamed,
    credit: () => credit,
    covered: () => covered,
    /** Months that are paid or can be. */
    total: (since: Month) => monthRange(addMonths(since, 1), covered).length + credit,
    tell(telling: Telling, now: string): void {
      const isKnown = payments.some(
        ({ channel, reference }) => channel === telling.channel && reference === telling.reference,
      );
      if (isKnown) return;
      const payment: Kept = { ...telling, state: 'waiting', flagged: false };
      payments.push(payment);
      if (firstNamed !== null) apply(payment, now);
    },
    roster(through: Month, now: string): void {
      if (firstNamed === null) {
        [firstNamed, covered] = [now, through];
        const waiting = payments.filter(({ state }) => state === 'waiting');
        const key = (one: Telling) => `${one.paidAt} ${one.channel}#${one.reference}`;
        for (const payment of waiting.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)))
          apply(payment, now);
      } else if (through > covered) {
        told.push({ at: now, months: monthRange(addMonths(covered, 1), through).length });
        covered = through;
        spend(now);
      }
    },
    /** Its money leaves the credit, and then the last months: those of a roster too. */
    reverse(payment: Kept, now: string): void {
      if (payment.state === 'bought' || payment.state === 'linked') {
        credit -= payment.months;
        if (credit < 0) [covered, credit] = [addMonths(covered, credit), 0];
      }
      payment.state = 'reversed';
      spend(now);
    },
    pass: spend,
  };
}
