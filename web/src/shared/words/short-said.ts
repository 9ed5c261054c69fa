import { localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { PaymentRecord } from '#domain/payments/payment';
import { shortRest } from '#domain/payments/short-rest';
import type { WorkerView } from '#domain/people/worker-view';
import { useMonths } from '../days/months.ts';
import { useTexts } from '../language.tsx';
import { useFormats } from './format.ts';
import { shortTexts } from './short-texts.ts';

type Payer = Pick<WorkerView, 'credit' | 'coveredThrough' | 'zone'>;

/** By how much a payment was short, and what became of the rest; null where it was not. */
export function useShortSaid(
  payer: Payer,
  payments: readonly PaymentRecord[],
): (payment: PaymentRecord) => string | null {
  const texts = useTexts(shortTexts);
  const { rupiah, date } = useFormats();
  const months = useMonths();
  return (payment) => {
    const { short, status } = payment;
    if (!short) return null;
    const by = texts.by(rupiah(short.by));
    if (short.credit === 0) return by;
    if (status === 'reversed') return `${by} ${texts.reversed}`;
    const { used, waiting } = shortRest(payment, payments, payer);
    const taken = short.credit - waiting - used.reduce((sum, each) => sum + each.rupiah, 0);
    const day = (at: string) => date(localDate(payer.zone as Zone, at));
    const parts = [
      ...used.map((each) => texts.used(rupiah(each.rupiah), months(each.months), day(each.at))),
      ...(waiting > 0 ? [texts.waiting(rupiah(waiting))] : []),
      ...(taken > 0 ? [texts.taken(rupiah(taken))] : []),
    ];
    return `${by} ${texts.kept(rupiah(short.credit), parts.join(', '))}`;
  };
}
