import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, useState } from 'react';
import type { PaymentRecord } from '#domain/payments/payment';
import type { WorkerView } from '#domain/people/worker-view';
import type { Sought } from '#flows/people/show-workers';
import { useMonths } from '../shared/days/months.ts';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { useSend } from '../shared/reading.ts';
import { soughtBy } from '../shared/sought.ts';
import type { Shown } from './payments-columns.tsx';
import { PaymentDialog, PaymentDone, StandsNow, useSetRight } from './payments-parts.tsx';
import { paymentsTexts } from './texts.ts';

type Asked = Readonly<{ payment: Shown; close: () => void }>;

/** Finds whose an unmatched payment is, gives it to them, and says what it bought. */
export function MatchDialog({ payment, close }: Asked) {
  const texts = useTexts(paymentsTexts);
  const [chosen, setChosen] = useState<WorkerView | null>(null);
  const match = useSetRight<Readonly<{ workerId: string }>>(payment, 'match');
  if (match.data && chosen)
    return <Matched payment={match.data.payment} worker={chosen} close={close} />;
  return (
    <PaymentDialog
      title={texts.match.title}
      payment={payment}
      close={close}
      failed={texts.match.failed}
      error={match.error}
      isPending={match.isPending}
      buttons={
        <Button
          variant="primary"
          disabled={chosen === null}
          loading={match.isPending}
          onClick={() => chosen && match.mutate({ workerId: chosen.workerId })}
        >
          {chosen ? texts.match.confirmWith(chosen.name) : texts.match.confirm}
        </Button>
      }
    >
      <Search amount={payment.amount} chosen={chosen} choose={setChosen} />
    </PaymentDialog>
  );
}

type Choice = Readonly<{
  amount: number;
  chosen: WorkerView | null;
  choose: (worker: WorkerView | null) => void;
}>;

function Search({ amount, chosen, choose }: Choice) {
  const texts = useTexts(paymentsTexts).match;
  const [text, setText] = useState('');
  const find = useSend<Sought, Readonly<{ items: readonly WorkerView[] }>>((sought) => ({
    ...{ method: 'POST', path: '/api/workers/find', json: sought },
  }));
  const search = (event: FormEvent): void => {
    event.preventDefault();
    choose(null);
    if (text.trim() !== '') find.mutate(soughtBy(text));
  };
  return (
    <SpaceBetween size="m">
      <form onSubmit={search}>
        <FormField
          label={texts.search}
          description={texts.searchHint}
          secondaryControl={
            <Button formAction="submit" loading={find.isPending}>
              {texts.find}
            </Button>
          }
        >
          <Input
            value={text}
            autoComplete={false}
            onChange={({ detail }) => setText(detail.value)}
          />
        </FormField>
      </form>
      {find.error && (
        <Alert type="error" header={texts.failedFind}>
          <Problem error={find.error} />
        </Alert>
      )}
      {find.data && (
        <Found found={find.data.items} amount={amount} chosen={chosen} choose={choose} />
      )}
    </SpaceBetween>
  );
}

/** Whoever owes exactly what was paid comes first: a family may share a phone. */
function Found({
  found,
  amount,
  chosen,
  choose,
}: Choice & Readonly<{ found: readonly WorkerView[] }>) {
  const texts = useTexts(paymentsTexts).match;
  const { rupiah, phone } = useFormats();
  const months = useMonths();
  if (found.length === 0) return <Empty title={texts.notFound}>{texts.notFoundText}</Empty>;
  const isExact = ({ owed }: WorkerView): boolean => owed.amount === amount;
  return (
    <FormField label={texts.choose}>
      <RadioGroup
        value={chosen?.workerId ?? null}
        onChange={({ detail }) =>
          choose(found.find(({ workerId }) => workerId === detail.value) ?? null)
        }
        items={[...found]
          .sort((a, b) => Number(isExact(b)) - Number(isExact(a)))
          .map((worker) => ({
            value: worker.workerId,
            label: isExact(worker) ? `${worker.name} · ${texts.exactly}` : worker.name,
            description: [
              texts.about(
                worker.nikLast4,
                worker.phone ? phone(worker.phone) : texts.noPhone,
                worker.province,
              ),
              worker.owed.amount > 0
                ? texts.owes(rupiah(worker.owed.amount), months(worker.owed.months))
                : texts.owesNothing,
            ].join(' · '),
          }))}
      />
    </FormField>
  );
}

function Matched({
  payment,
  worker,
  close,
}: Readonly<{ payment: PaymentRecord; worker: WorkerView; close: () => void }>) {
  const texts = useTexts(paymentsTexts);
  const { rupiah } = useFormats();
  const months = useMonths();
  const { amount, bought, flags } = payment;
  return (
    <PaymentDone title={texts.match.done(worker.name)} close={close}>
      <Alert type="success">
        {bought.length > 0
          ? texts.match.bought(rupiah(amount), months(bought))
          : texts.match.boughtNothing(rupiah(amount))}
      </Alert>
      {flags.map((flag) => (
        <Alert key={flag} type="warning" header={texts.flags[flag].name}>
          {texts.flags[flag].means}
        </Alert>
      ))}
      <StandsNow workerId={worker.workerId} />
    </PaymentDone>
  );
}
