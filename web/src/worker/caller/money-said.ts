import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useListed } from '../timeline/payment.ts';
import { callerTexts } from './caller-texts.ts';

export function useMoneySaid(worker: WorkerView): string {
  const texts = useTexts(callerTexts);
  const { rupiah, month, weekday } = useFormats();
  const listed = useListed();
  const { coverage, owed, governmentPaid, coveredThrough, dueOn, lapsesOn, credit } = worker;
  if (coverage === 'ended') return texts.ended;
  if (governmentPaid) return texts.governmentPaid;
  // The amount owed is less the credit.
  const { short, enough } = texts.received;
  const received = (said: string) => (credit > 0 ? ` ${said}` : '');
  if (owed.amount === 0)
    return `${texts.nothing(month(coveredThrough))}${received(enough(rupiah(credit)))}`;
  const money = texts.money[coverage]({
    amount: rupiah(owed.amount),
    months: listed(owed.months.map(month)),
    coveredThrough: month(coveredThrough),
    dueOn: dueOn ? weekday(dueOn) : '',
    lapsesOn: lapsesOn ? weekday(lapsesOn) : '',
  });
  return `${money}${received(short(rupiah(credit), rupiah(owed.amount)))}`;
}
