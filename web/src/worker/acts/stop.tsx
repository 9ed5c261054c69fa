import { FormField, RadioGroup, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import { DateField } from '../../shared/days/date-field.tsx';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { ActDialog } from './act-dialog.tsx';
import type { OfWorker } from './dialog.tsx';
import { stopTexts } from './stop-texts.ts';

const stopPath = ({ worker }: Pick<OfWorker, 'worker'>): string =>
  `/api/workers/${worker.workerId}/stop`;

/** For good, or until a day. */
export function StopTexts(of: OfWorker) {
  const texts = useTexts(stopTexts).stop;
  const { date } = useFormats();
  const [how, setHow] = useState<'for-good' | 'until'>('for-good');
  const [until, setUntil] = useState('');
  const isUntil = how === 'until';
  return (
    <ActDialog
      {...of}
      texts={isUntil ? { ...texts, saved: texts.savedUntil(date(until)) } : texts}
      call={{ method: 'POST', path: stopPath(of), json: isUntil ? { until } : {} }}
      fields={['until']}
    >
      {(wrong) => (
        <SpaceBetween size="m">
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
          {isUntil && (
            <DateField label={texts.day} value={until} set={setUntil} errorText={wrong('until')} />
          )}
        </SpaceBetween>
      )}
    </ActDialog>
  );
}

export function ResumeTexts(of: OfWorker) {
  const texts = useTexts(stopTexts).resume;
  return (
    <ActDialog {...of} texts={texts} call={{ method: 'DELETE', path: stopPath(of) }}>
      {() => texts.text}
    </ActDialog>
  );
}
