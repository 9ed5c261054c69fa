import type { CounterItem } from '#domain/renewals/counting/counter';

export type Money = Readonly<{ payments: number; rupiah: number }>;

/** `payments` and `rupiah` are of `recorded` and `unmatched`; reversed money is not ours. */
export type ReceiptsOfChannel = Money &
  Readonly<{ channel: string; recorded: Money; unmatched: Money; reversed: Money }>;

/** By the name of the channel. */
export function receiptsByChannel(items: readonly CounterItem[]): readonly ReceiptsOfChannel[] {
  const channels = Map.groupBy(items, ({ place }) =>
    place.of === 'receipts' ? place.channel : '',
  );
  return [...channels]
    .filter(([channel]) => channel !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([channel, of]) => receiptsOf(channel, of));
}

function receiptsOf(channel: string, items: readonly CounterItem[]): ReceiptsOfChannel {
  const sum = (name: string): number =>
    items.reduce((total, { counts }) => total + (counts[name] ?? 0), 0);
  const money = (status: 'recorded' | 'unmatched' | 'reversed'): Money => ({
    payments: sum(`${status}.n`),
    rupiah: sum(`${status}.rupiah`),
  });
  const [recorded, unmatched] = [money('recorded'), money('unmatched')];
  return {
    channel,
    payments: recorded.payments + unmatched.payments,
    rupiah: recorded.rupiah + unmatched.rupiah,
    ...{ recorded, unmatched, reversed: money('reversed') },
  };
}
