import { Alert } from '@cloudscape-design/components';
import { isFor } from '../../shared/addresses.ts';
import { DayChoice, useDay } from '../../shared/days/day-choice.tsx';
import { useTexts } from '../../shared/language.tsx';
import { useMe } from '../../shared/me.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { paymentsTexts } from '../texts.ts';
import { Payments, type PaymentsProps } from './list.tsx';

/** For how long the API lists payments by day. */
const daysKept = 30;

export function RecentPayments() {
  const texts = useTexts(paymentsTexts);
  const formats = useFormats();
  const day = useDay();
  return (
    <Payments
      path={`/api/payments?from=${day.day}`}
      file={`payments-${day.day}.csv`}
      title={texts.on(formats.date(day.day))}
      above={<DayChoice {...day} daysBack={daysKept - 1} />}
      below={<Kept />}
      columns={['payment', 'amount', 'worker', 'status']}
      empty={texts.none}
    />
  );
}

function Kept() {
  const texts = useTexts(paymentsTexts);
  const { roles } = useMe();
  const canSearch = isFor('workers', roles);
  return (
    <Note>
      {texts.kept} {canSearch ? texts.older.onWorker : texts.older.ask}
    </Note>
  );
}

export const FlaggedPayments = () => (
  <WaitingPayments kind="flagged" columns={['payment', 'amount', 'worker', 'why']} />
);

export const UnmatchedPayments = () => (
  <WaitingPayments kind="unmatched" columns={['payment', 'amount']} isUnmatched />
);

type WaitingProps = Pick<PaymentsProps, 'columns' | 'isUnmatched'> &
  Readonly<{ kind: 'flagged' | 'unmatched' }>;

/** Payments that wait for a person. */
function WaitingPayments({ kind, ...list }: WaitingProps) {
  const texts = useTexts(paymentsTexts);
  const { title, text } = texts.means[kind];
  return (
    <Payments
      {...list}
      path={`/api/attention?kind=${kind}`}
      file={`payments-${kind}.csv`}
      title={texts.kinds[kind]}
      above={
        <Alert type="info" header={title}>
          {text}
        </Alert>
      }
      empty={texts.noneOf[kind]}
    />
  );
}
