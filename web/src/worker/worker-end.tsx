import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState } from 'react';
import { localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/provinces';
import type { Correction } from '#domain/people/correction';
import type { Worker } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import type { Call } from '../shared/api.ts';
import { DateField } from '../shared/days/date-field.tsx';
import { useTexts } from '../shared/language.tsx';
import { useMe } from '../shared/me.tsx';
import { useSend } from '../shared/reading.ts';
import { workerTexts } from './texts.ts';
import {
  type OfWorker,
  PlainDialog,
  useFieldError,
  useSaved,
  WorkerDialog,
} from './worker-dialog.tsx';

type EndReason = NonNullable<Worker['ended']>['reason'];

const correcting = ({ workerId }: WorkerView, json: Pick<Correction, 'ended'>): Call => ({
  method: 'PATCH',
  path: `/api/workers/${workerId}`,
  json,
});

export function EndWorker({ worker, ...dialog }: OfWorker) {
  const { end: texts, endReasons } = useTexts(workerTexts);
  const send = useSend<Pick<Correction, 'ended'>>(
    (ended) => correcting(worker, ended),
    ['/api/workers'],
  );
  const wrong = useFieldError(send.error);
  const [reason, setReason] = useState<EndReason>('died');
  const [on, setOn] = useState(localDate(worker.zone as Zone, useMe().now));
  const saved = useSaved(dialog.close);
  return (
    <WorkerDialog
      {...dialog}
      title={texts.title}
      does={texts.save}
      send={send}
      submit={() => send.mutate({ ended: { on, reason } }, { onSuccess: () => saved(texts.saved) })}
      fields={['ended.on', 'ended.reason']}
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

export const UnendWorker = ({ worker, ...dialog }: OfWorker) => (
  <PlainDialog
    {...dialog}
    texts={useTexts(workerTexts).unend}
    call={correcting(worker, { ended: null })}
  />
);
