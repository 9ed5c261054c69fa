import { Alert } from '@cloudscape-design/components';
import type { PaymentRecord } from '#domain/payments/payment';
import { itemsQuery, useAsked, useItems } from '../../attention/asked.ts';
import { useCounter } from '../../attention/counter.ts';
import { AttentionFilter } from '../../attention/filter.tsx';
import { filterTexts } from '../../attention/filter-texts.ts';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { queryOf, useSought } from '../span/sought.ts';
import { SpanChoice } from '../span/span-choice.tsx';
import { spanTexts } from '../span/texts.ts';
import { paymentsTexts } from '../texts.ts';
import { flagTexts } from './flag-texts.ts';
import { Payments, type PaymentsProps } from './list.tsx';

/** Those recorded on the days that finance asks for. */
export function RecentPayments() {
  const texts = useTexts(spanTexts);
  const { date } = useFormats();
  const { sought, look } = useSought();
  const { from, to, channel, reference } = sought;
  const query = queryOf(sought);
  const days = from === to ? texts.on(date(from)) : texts.between(date(from), date(to));
  return (
    <Payments
      path={`/api/payments?${query}`}
      download={`/api/payments.csv?${query}`}
      title={from === '' ? texts.anyDay : days}
      above={<SpanChoice sought={sought} look={look} />}
      columns={['payment', 'amount', 'worker', 'status']}
      empty={channel || reference ? texts.noneSuch : texts.none}
    />
  );
}

export const FlaggedPayments = () => (
  <WaitingPayments kind="flagged" columns={['payment', 'amount', 'worker', 'why']} />
);

export const UnmatchedPayments = () => (
  <WaitingPayments kind="unmatched" columns={['payment', 'amount']} isUnmatched />
);

/** Nobody knows where somebody unknown lives. */
const ofUnmatched = ['amountFrom', 'order'] as const;
const ofFlagged = ['province', 'group', 'reason', ...ofUnmatched] as const;

type WaitingProps = Pick<PaymentsProps, 'columns' | 'isUnmatched'> &
  Readonly<{ kind: 'flagged' | 'unmatched' }>;

/** Payments that wait for a person. */
function WaitingPayments({ kind, ...list }: WaitingProps) {
  const texts = useTexts(paymentsTexts);
  const flags: Readonly<Record<string, Readonly<{ name: string }>>> = useTexts(flagTexts);
  const { noneAsked } = useTexts(filterTexts);
  const asked = useAsked();
  const { totals, isEmpty } = useItems<PaymentRecord>(kind, asked);
  const counter = useCounter();
  const { title, text } = texts.means[kind];
  return (
    <Payments
      {...list}
      path={`/api/attention?${itemsQuery(kind, asked)}`}
      counterOf={(shown) => counter(shown, totals)}
      filter={
        !isEmpty && (
          <AttentionFilter
            asked={asked}
            totals={totals}
            names={kind === 'flagged' ? ofFlagged : ofUnmatched}
            reasonName={(flag) => flags[flag]?.name ?? flag}
          />
        )
      }
      file={`payments-${kind}.csv`}
      title={texts.kinds[kind]}
      above={
        <Alert type="info" header={title}>
          {text}
        </Alert>
      }
      empty={asked.isAsked ? noneAsked : texts.noneOf[kind]}
    />
  );
}
