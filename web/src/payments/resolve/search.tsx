import {
  Alert,
  Button,
  FormField,
  Input,
  RadioGroup,
  SpaceBetween,
} from '@cloudscape-design/components';
import { type FormEvent, useState } from 'react';
import type { WorkerView } from '#domain/people/worker-view';
import type { Sought } from '#flows/people/show-workers';
import { useMonths } from '../../shared/days/months.ts';
import { useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { useSend } from '../../shared/reading.ts';
import { soughtBy } from '../../shared/sought.ts';
import { useFormats } from '../../shared/words/format.ts';
import { matchTexts } from './match-texts.ts';

type Choice = Readonly<{
  amount: number;
  chosen: WorkerView | null;
  choose: (worker: WorkerView | null) => void;
}>;

export function Search({ amount, chosen, choose }: Choice) {
  const texts = useTexts(matchTexts);
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

/** A worker who owes exactly this amount comes first: a family may share a phone. */
function Found({
  found,
  amount,
  chosen,
  choose,
}: Choice & Readonly<{ found: readonly WorkerView[] }>) {
  const texts = useTexts(matchTexts);
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
