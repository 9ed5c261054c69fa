import { Alert, Box, Button, FormField, Select } from '@cloudscape-design/components';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OpenMonth } from '#flows/closings/list-closings';
import { addressOf } from '../shared/addresses.ts';
import { useTexts } from '../shared/language.tsx';
import { AskedFirst } from '../shared/page/asked-first.tsx';
import { useSend } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { closingsTexts } from './texts.ts';

type Asked = Readonly<{ closable: readonly OpenMonth[]; back: () => void }>;

/** Asks before a month is closed: says what is frozen, and that this is for good. */
export function CloseMonth({ closable, back }: Asked) {
  const texts = useTexts(closingsTexts).ask;
  const { month: named } = useFormats();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(closable[0]);
  const close = useSend<Readonly<{ month: string }>>(
    (json) => ({ method: 'POST', path: '/api/closings', json }),
    ['/api/closings'],
  );
  if (!chosen) return null;
  const { month } = chosen;
  const shown = () => void navigate(addressOf('closing', { month }));
  return (
    <AskedFirst
      title={texts.title}
      close={back}
      failed={texts.failed}
      error={close.error}
      isPending={close.isPending}
      buttons={
        <Button
          variant="primary"
          loading={close.isPending}
          onClick={() => close.mutate({ month }, { onSuccess: shown })}
        >
          {texts.confirm(named(month))}
        </Button>
      }
    >
      <FormField label={texts.month}>
        <Select
          selectedOption={{ value: month, label: named(month) }}
          options={closable.map((each) => ({ value: each.month, label: named(each.month) }))}
          onChange={({ detail }) =>
            setChosen(closable.find((each) => each.month === detail.selectedOption.value))
          }
        />
      </FormField>
      <Frozen of={chosen} />
      <Alert type="warning" header={texts.forGood}>
        {texts.later}
      </Alert>
    </AskedFirst>
  );
}

function Frozen({ of: { month, finalOn } }: Readonly<{ of: OpenMonth }>) {
  const texts = useTexts(closingsTexts).ask;
  const { month: named, date } = useFormats();
  return (
    <Box>
      {texts.frozen}
      <ul>
        <li>{texts.receipts(named(month))}</li>
        <li>{texts.renewals(named(month), date(finalOn))}</li>
        <li>{texts.members(date(finalOn))}</li>
      </ul>
    </Box>
  );
}
