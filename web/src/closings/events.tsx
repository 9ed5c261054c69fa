import type { ClosingEvent } from '#domain/renewals/closing';
import { useMonths } from '../shared/days/months.ts';
import { useTexts } from '../shared/language.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { Note, Noted } from '../shared/page/note.tsx';
import { useFormats } from '../shared/words/format.ts';
import { closingTexts } from './closing-texts.ts';

/** What was booked of the month since it was closed, the latest first. */
export function Events({ of }: Readonly<{ of: readonly ClosingEvent[] }>) {
  const texts = useTexts(closingTexts);
  const { number } = useFormats();
  return (
    <Listing<ClosingEvent>
      title={texts.events}
      {...(of.length > 0 && { counter: `(${number(of.length)})` })}
      columns={useEventColumns()}
      items={of}
      idOf={({ at, act, channel, reference }) => [at, act, channel, reference].join(' ')}
      empty={<Empty title={texts.noEvents} />}
      footer={of.length > 0 && <Note>{texts.eventsMean}</Note>}
    />
  );
}

function useEventColumns(): readonly Column<ClosingEvent>[] {
  const texts = useTexts(closingTexts);
  const { moment, rupiah, signed } = useFormats();
  const months = useMonths();
  return [
    {
      id: 'event',
      header: texts.event,
      cell: ({ at, act }) => <Noted note={moment(at)}>{texts.acts[act]}</Noted>,
    },
    {
      id: 'payment',
      header: texts.payment,
      cell: ({ channel, reference, paidAt }) => (
        <Noted note={texts.paid(moment(paidAt))}>{`${channel} ${reference}`}</Noted>
      ),
    },
    {
      id: 'amount',
      header: texts.amount,
      cell: ({ amount, months: paidFor }) => (
        <Noted note={paidFor.length > 0 && texts.forMonths(months(paidFor))}>
          {rupiah(amount)}
        </Noted>
      ),
    },
    {
      id: 'adds',
      header: texts.adds,
      cell: ({ receipts }) => signed(rupiah, receipts.rupiah),
    },
  ];
}
