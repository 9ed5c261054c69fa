import { localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { creditUsed } from '#domain/payments/short-rest';
import type { WorkerView } from '#domain/people/worker-view';
import type { TimelineEntry } from '#flows/people/show-worker';
import { useLanguage, useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useShortSaid } from '../../shared/words/short-said.ts';
import { paymentTexts } from './payment-texts.ts';
import { timelineTexts } from './texts.ts';
import type { Told } from './told.ts';

/** The channel as which credit stands in a timeline; no other is called so. */
const credit = 'credit';

type Paid = Extract<TimelineEntry, { kind: 'payment' }>;

export function usePaymentTold(
  worker: WorkerView,
  entries: readonly TimelineEntry[],
): (paid: Paid) => Told {
  const texts = useTexts(paymentTexts);
  const { by } = useTexts(timelineTexts);
  const { longMoment } = useFormats();
  const zone = worker.zone as Zone;
  const sentenceOf = useSentence(zone);
  const shortSaid = useShortSaid(
    worker,
    entries.filter((entry) => entry.kind === 'payment'),
  );
  const flagSaid = (paid: Paid, flag: Paid['flags'][number]) =>
    (flag === 'too-little' ? shortSaid(paid) : null) ?? texts.flags[flag];
  return (paid) => {
    const { reference, flags, reversed } = paid;
    const isCredit = paid.channel === credit;
    const [paidAt, recordedAt] = [paid.paidAt, paid.recordedAt].map((at) => longMoment(at, zone));
    return {
      looks: reversed ? 'stopped' : flags.length > 0 ? 'warning' : 'success',
      head: reversed ? texts.reversedHead : isCredit ? texts.creditHead : texts.head,
      sentence: [sentenceOf(paid), ...flags.map((flag) => flagSaid(paid, flag))].join(' '),
      notes: [
        ...(isCredit ? [] : [texts.reference(reference)]),
        ...(recordedAt === paidAt ? [] : [texts.recorded(recordedAt ?? '')]),
        ...(reversed ? [by(reversed.byName ?? reversed.by)] : []),
      ],
    };
  };
}

function useSentence(zone: Zone): (paid: Paid) => string {
  const texts = useTexts(paymentTexts);
  const { rupiah, month, date } = useFormats();
  const listed = useListed();
  return (paid) => {
    const { amount, price, channel, bought, linked, reversed } = paid;
    if (channel === credit) return texts.credit(rupiah(price), listed(bought.map(month)));
    const sum = rupiah(amount);
    if (reversed)
      return (
        texts.reversed(sum, channel, date(localDate(zone, reversed.at))) +
        (reversed.reason ? texts.why(reversed.reason) : '.')
      );
    if (linked) return texts.linked(sum, channel, listed(linked.months.map(month)));
    if (bought.length === 0) return texts.nothingBought(sum, channel);
    const used = creditUsed(paid);
    return [
      texts.bought(sum, channel, listed(bought.map(month))),
      ...(used > 0 ? [texts.fromCredit(rupiah(used))] : []),
    ].join(' ');
  };
}

export function useListed(): (items: readonly string[]) => string {
  const { language } = useLanguage();
  return (items) => new Intl.ListFormat(language).format(items);
}
