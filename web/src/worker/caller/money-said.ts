import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useListed } from '../timeline/payment.ts';
import { callerTexts } from './caller-texts.ts';

export function useMoneySaid(worker: WorkerView): string {
  const texts = useTexts(callerTexts);
  const { rupiah, month, weekday } = useFormats();
  const listed = useListed();
  const { coverage, owed, governmentPaid, coveredThrough, dueOn, lapsesOn } = worker;
  if (coverage === 'ended') return texts.ended;
  if (governmentPaid) return texts.governmentPaid;
  if (owed.amount === 0) return texts.nothing(month(coveredThrough));
  return texts.money[coverage]({
    amount: rupiah(owed.amount),
    months: listed(owed.months.map(month)),
    coveredThrough: month(coveredThrough),
    dueOn: dueOn ? weekday(dueOn) : '',
    lapsesOn: lapsesOn ? weekday(lapsesOn) : '',
  });
}
