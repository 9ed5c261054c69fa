import { Box, FormField, RadioGroup, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import { localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { Correction } from '#domain/people/correction';
import type { Worker } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import type { Call } from '../../shared/api.ts';
import { DateField } from '../../shared/days/date-field.tsx';
import { useTexts } from '../../shared/language.tsx';
import { useMe } from '../../shared/me.tsx';
import { ActDialog } from './act-dialog.tsx';
import type { OfWorker } from './dialog.tsx';
import { endTexts } from './end-texts.ts';

type EndReason = NonNullable<Worker['ended']>['reason'];

const correcting = ({ workerId }: WorkerView, json: Pick<Correction, 'ended'>): Call => ({
  ...{ method: 'PATCH', path: `/api/workers/${workerId}`, json },
});

export function EndWorker(of: OfWorker) {
  const { end: texts, endReasons } = useTexts(endTexts);
  const [reason, setReason] = useState<EndReason>('died');
  const [on, setOn] = useState(localDate(of.worker.zone as Zone, useMe().now));
  return (
    <ActDialog
      {...of}
      texts={texts}
      call={correcting(of.worker, { ended: { on, reason } })}
      fields={['ended.on', 'ended.reason']}
    >
      {(wrong) => (
        <SpaceBetween size="m">
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
        </SpaceBetween>
      )}
    </ActDialog>
  );
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export function UnendWorker(of: OfWorker) {
  const texts = useTexts(endTexts).unend;
  return (
    <ActDialog {...of} texts={texts} call={correcting(of.worker, { ended: null })}>
      {() => texts.text}
    </ActDialog>
  );
}
