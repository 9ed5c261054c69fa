import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIs } from '../../shared/narrow.ts';
import { Noted } from '../../shared/page/note.tsx';
import { type Act, Actions } from './acts.tsx';
import { Amount, Flags, Name, Standing, Worker } from './cells.tsx';
import { paymentTexts } from './payment-texts.ts';
import type { Shown } from './shown.ts';

export function usePaymentColumns() {
  const texts = useTexts(paymentTexts);
  const isFolded = useIs('tooNarrowForColumns');
  return {
    payment: {
      id: 'payment',
      header: texts.payment,
      width: 190,
      cell: (payment) => (
        <Noted note={isFolded && payment.status !== 'unmatched' && <Worker payment={payment} />}>
          <Name payment={payment} />
        </Noted>
      ),
    },
    amount: {
      id: 'amount',
      header: texts.amount,
      width: 300,
      cell: (payment) => <Amount payment={payment} />,
    },
    worker: {
      id: 'worker',
      header: texts.worker,
      width: 130,
      cell: (payment) => <Worker payment={payment} />,
    },
    status: {
      id: 'status',
      header: texts.status,
      width: 150,
      cell: (payment) => <Standing payment={payment} />,
    },
    why: {
      id: 'why',
      header: texts.why,
      width: 260,
      cell: (payment) => <Flags payment={payment} explained />,
    },
    actions: (act: Act) => ({
      id: 'actions',
      header: texts.actions,
      width: 230,
      cell: (payment: Shown) => <Actions payment={payment} act={act} />,
    }),
  } satisfies Record<string, Column<Shown> | ((act: Act) => Column<Shown>)>;
}
