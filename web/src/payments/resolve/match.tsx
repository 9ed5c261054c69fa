import { Alert, Button } from '@cloudscape-design/components';
import { useState } from 'react';
import type { PaymentRecord } from '#domain/payments/payment';
import type { WorkerView } from '#domain/people/worker-view';
import { useMonths } from '../../shared/days/months.ts';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { flagTexts } from '../lists/flag-texts.ts';
import { paidFor, type Shown } from '../lists/shown.ts';
import { matchTexts } from './match-texts.ts';
import { PaymentDialog, PaymentDone, StandsNow, useSetRight } from './parts.tsx';
import { Search } from './search.tsx';

type Asked = Readonly<{ payment: Shown; close: () => void }>;

/** Finds the worker of an unmatched payment, matches it, and says what it bought. */
export function MatchDialog({ payment, close }: Asked) {
  const texts = useTexts(matchTexts);
  const [chosen, setChosen] = useState<WorkerView | null>(null);
  const match = useSetRight<Readonly<{ workerId: string }>>(payment, 'match');
  if (match.data && chosen)
    return <Matched payment={match.data.payment} worker={chosen} close={close} />;
  return (
    <PaymentDialog
      title={texts.title}
      payment={payment}
      close={close}
      failed={texts.failed}
      error={match.error}
      isPending={match.isPending}
      buttons={
        <Button
          variant="primary"
          disabled={chosen === null}
          disabledReason={texts.choose}
          loading={match.isPending}
          onClick={() => chosen && match.mutate({ workerId: chosen.workerId })}
        >
          {chosen ? texts.confirmWith(chosen.name) : texts.confirm}
        </Button>
      }
    >
      <Search amount={payment.amount} chosen={chosen} choose={setChosen} />
    </PaymentDialog>
  );
}

function Matched({
  payment,
  worker,
  close,
}: Readonly<{ payment: PaymentRecord; worker: WorkerView; close: () => void }>) {
  const texts = useTexts(matchTexts);
  const flagged = useTexts(flagTexts);
  const { rupiah } = useFormats();
  const months = useMonths();
  const { amount, flags } = payment;
  const paid = paidFor(payment);
  return (
    <PaymentDone title={texts.done(worker.name)} close={close}>
      <Alert type="success">
        {paid.length > 0
          ? texts.bought(rupiah(amount), months(paid))
          : texts.boughtNothing(rupiah(amount))}
      </Alert>
      {flags.map((flag) => (
        <Alert key={flag} type="warning" header={flagged[flag].name}>
          {flagged[flag].means}
        </Alert>
      ))}
      <StandsNow workerId={worker.workerId} />
    </PaymentDone>
  );
}
