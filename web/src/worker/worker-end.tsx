import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState } from 'react';
import type { Zone } from '#domain/calendar/provinces';
import type { Correction } from '#domain/people/correction';
import type { Worker } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import { DateField } from '../shared/days/date-field.tsx';
import { dateIn } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { useMe } from '../shared/me.tsx';
import { useSend } from '../shared/reading.ts';
import { workerTexts } from './texts.ts';
import { type DialogProps, useFieldError, useSaved, WorkerDialog } from './worker-dialog.tsx';

type Of = DialogProps & Readonly<{ worker: WorkerView }>;
type EndReason = NonNullable<Worker['ended']>['reason'];

const useEnding = ({ workerId }: WorkerView) =>
  useSend<Pick<Correction, 'ended'>>(
    (json) => ({ method: 'PATCH', path: `/api/workers/${workerId}`, json }),
    ['/api/workers'],
  );

export function EndWorker({ worker, close, reload }: Of) {
  const { end: texts, endReasons } = useTexts(workerTexts);
  const send = useEnding(worker);
  const wrong = useFieldError(send.error);
  const [reason, setReason] = useState<EndReason>('died');
  const [on, setOn] = useState(dateIn(worker.zone as Zone, useMe().now));
  const saved = useSaved(close);
  return (
    <WorkerDialog
      title={texts.title}
      does={texts.save}
      send={send}
      submit={() => send.mutate({ ended: { on, reason } }, { onSuccess: () => saved(texts.saved) })}
      fields={['ended.on', 'ended.reason']}
      close={close}
      reload={reload}
    >
      <Box>{texts.text}</Box>
      <FormField label={texts.reason} errorText={wrong('ended.reason')}>
        <RadioGroup
          value={reason}
          items={Object.entries(endReasons).map(([value, label]) => ({
            value,
            label: capital(label),
          }))}
          onChange={({ detail }) => setReason(detail.value as EndReason)}
        />
      </FormField>
      <DateField label={texts.day} value={on} set={setOn} errorText={wrong('ended.on')} />
    </WorkerDialog>
  );
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export function UnendWorker({ worker, close, reload }: Of) {
  const texts = useTexts(workerTexts).unend;
  const send = useEnding(worker);
  const saved = useSaved(close);
  return (
    <WorkerDialog
      title={texts.title}
      does={texts.save}
      send={send}
      submit={() => send.mutate({ ended: null }, { onSuccess: () => saved(texts.saved) })}
      close={close}
      reload={reload}
    >
      {texts.text}
    </WorkerDialog>
  );
}
