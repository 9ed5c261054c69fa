import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState } from 'react';
import { DateField } from '../shared/days/date-field.tsx';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { useSend } from '../shared/reading.ts';
import { workerTexts } from './texts.ts';
import {
  type OfWorker,
  PlainDialog,
  useFieldError,
  useSaved,
  WorkerDialog,
} from './worker-dialog.tsx';

/** For good, or until the day on which texts go out again. */
export function StopTexts({ worker: { workerId }, ...dialog }: OfWorker) {
  const texts = useTexts(workerTexts).stop;
  const { date } = useFormats();
  const [how, setHow] = useState<'for-good' | 'until'>('for-good');
  const [until, setUntil] = useState('');
  const send = useSend<Readonly<{ until?: string }>>(
    (json) => ({ method: 'POST', path: `/api/workers/${workerId}/stop`, json }),
    ['/api/workers'],
  );
  const wrong = useFieldError(send.error);
  const saved = useSaved(dialog.close);
  // Only what the API took is a date that can be said.
  const said = () => (how === 'until' ? texts.savedUntil(date(until)) : texts.saved);
  return (
    <WorkerDialog
      {...dialog}
      title={texts.title}
      does={texts.save}
      send={send}
      submit={() =>
        send.mutate(how === 'until' ? { until } : {}, { onSuccess: () => saved(said()) })
      }
      fields={['until']}
    >
      <FormField label={texts.how}>
        <RadioGroup
          value={how}
          items={[
            { value: 'for-good', label: texts.forGood, description: texts.forGoodMeans },
            { value: 'until', label: texts.until, description: texts.untilMeans },
          ]}
          onChange={({ detail }) => setHow(detail.value === 'until' ? 'until' : 'for-good')}
        />
      </FormField>
      {how === 'until' && (
        <DateField label={texts.day} value={until} set={setUntil} errorText={wrong('until')} />
      )}
    </WorkerDialog>
  );
}

export const ResumeTexts = ({ worker: { workerId }, ...dialog }: OfWorker) => (
  <PlainDialog
    {...dialog}
    texts={useTexts(workerTexts).resume}
    call={{ method: 'DELETE', path: `/api/workers/${workerId}/stop` }}
  />
);
