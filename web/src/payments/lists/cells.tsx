import type { StatusIndicatorProps } from '@cloudscape-design/components';
import { localDate } from '#domain/calendar/dates';
import type { PaymentRecord } from '#domain/payments/payment';
import { creditUsed } from '#domain/payments/short-rest';
import { useMonths } from '../../shared/days/months.ts';
import { useTexts } from '../../shared/language.tsx';
import { NamedWorker } from '../../shared/named-worker.tsx';
import { Note } from '../../shared/page/note.tsx';
import { Status } from '../../shared/status.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { flagTexts } from './flag-texts.ts';
import { paymentTexts } from './payment-texts.ts';
import { paidFor, type Shown } from './shown.ts';

type Of = Readonly<{ payment: Shown }>;

export function Amount({ payment }: Of) {
  const { rupiah } = useFormats();
  return (
    <>
      <span className="unbroken">{rupiah(payment.amount)}</span>
      <Note>
        <Bought payment={payment} />
      </Note>
      <Short payment={payment} />
    </>
  );
}

export function Name({ payment: { channel, reference, paidAt } }: Of) {
  const { shortDate, time } = useFormats();
  const day = shortDate(localDate('Asia/Jakarta', paidAt));
  return (
    <>
      {reference}
      <Note>
        {channel} · <span className="unbroken">{day}</span>{' '}
        <span className="unbroken">{time(paidAt, 'Asia/Jakarta')} WIB</span>
      </Note>
    </>
  );
}

export function Worker({ payment: { workerId, worker, status } }: Of) {
  const texts = useTexts(paymentTexts);
  if (workerId === null) return texts.erased;
  if (status === 'unmatched') return texts.nobody;
  return <NamedWorker id={workerId} worker={worker} />;
}

/** Lists of payments that need a person do not say what was bought. */
function Bought({ payment: { amount, price = amount, bought, linked = null, status } }: Of) {
  const texts = useTexts(paymentTexts);
  const { rupiah } = useFormats();
  const months = useMonths();
  if (!bought) return null;
  const paid = paidFor({ bought, linked });
  const used = creditUsed({ price, amount });
  if (paid.length > 0)
    return texts.forMonths(months(paid)) + (used > 0 ? texts.fromCredit(rupiah(used)) : '');
  return status === 'recorded' ? texts.credit : null;
}

/** What became of the rest is told where the payment is opened, and on the worker's page. */
function Short({ payment: { short, worker, status } }: Of) {
  const texts = useTexts(paymentTexts);
  const { rupiah } = useFormats();
  if (!short) return null;
  const now = worker && status !== 'reversed' ? rupiah(worker.credit) : null;
  return <Note>{texts.short(rupiah(short.by), rupiah(short.credit), now)}</Note>;
}

const looks = {
  recorded: 'success',
  unmatched: 'warning',
  reversed: 'stopped',
} as const satisfies Record<PaymentRecord['status'], StatusIndicatorProps.Type>;

export function Standing({ payment }: Of) {
  const texts = useTexts(paymentTexts);
  const { moment } = useFormats();
  const { status = 'recorded', reversed } = payment;
  return (
    <>
      <span className="unbroken">
        <Status type={looks[status]}>{texts.statuses[status]}</Status>
      </span>
      {reversed && (
        <Note>
          {texts.reversed(moment(reversed.at), reversed.byName ?? reversed.by, reversed.reason)}
        </Note>
      )}
      <Flags payment={payment} />
    </>
  );
}

export function Flags({
  payment: { flags },
  explained = false,
}: Of & Readonly<{ explained?: boolean }>) {
  const texts = useTexts(flagTexts);
  return flags.map((flag) => (
    <div key={flag}>
      <span className="unbroken">
        <Status type="warning">{texts[flag].name}</Status>
      </span>
      {explained && <Note>{texts[flag].means}</Note>}
    </div>
  ));
}
