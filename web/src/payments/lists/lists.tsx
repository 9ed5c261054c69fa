import { Alert } from '@cloudscape-design/components';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { queryOf, useSought } from '../span/sought.ts';
import { SpanChoice } from '../span/span-choice.tsx';
import { spanTexts } from '../span/texts.ts';
import { paymentsTexts } from '../texts.ts';
import { Payments, type PaymentsProps } from './list.tsx';

/** Those recorded on the days that finance asks for. */
export function RecentPayments() {
  const texts = useTexts(spanTexts);
  const { date } = useFormats();
  const { sought, look } = useSought();
  const { from, to } = sought;
  const query = queryOf(sought);
  const days = from === to ? texts.on(date(from)) : texts.between(date(from), date(to));
  return (
    <Payments
      path={`/api/payments?${query}`}
      download={`/api/payments.csv?${query}`}
      title={from === '' ? texts.anyDay : days}
      above={<SpanChoice sought={sought} look={look} />}
      columns={['payment', 'amount', 'worker', 'status']}
      empty={texts.none}
    />
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
