import { Checkbox, FormField, RadioGroup, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Sharing } from '#flows/people/shared-phone';
import { DateField } from '../../shared/days/date-field.tsx';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { aboutTexts } from '../facts/texts.ts';
import { useListed } from '../timeline/payment.ts';
import { ActDialog } from './act-dialog.tsx';
import type { OfWorker } from './dialog.tsx';
import { stopTexts } from './stop-texts.ts';

const stopPath = ({ worker }: Pick<OfWorker, 'worker'>): string =>
  `/api/workers/${worker.workerId}/stop`;

/** For good, or until a day. */
export function StopTexts(of: OfWorker) {
  const texts = useTexts(stopTexts).stop;
  const { date, number } = useFormats();
  const namesOf = useNames();
  const [how, setHow] = useState<'for-good' | 'until'>('for-good');
  const [until, setUntil] = useState('');
  const [everybody, setEverybody] = useState(true);
  const isUntil = how === 'until';
  const { count, items } = of.sharing;
  const sharing = count > 0 && everybody;
  return (
    <ActDialog
      {...of}
      texts={isUntil ? { ...texts, saved: texts.savedUntil(date(until)) } : texts}
      call={{
        method: 'POST',
        path: stopPath(of),
        json: { ...(isUntil ? { until } : {}), ...(sharing ? { sharing } : {}) },
      }}
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
          {count > 0 && (
            <Checkbox
              checked={everybody}
              onChange={({ detail }) => setEverybody(detail.checked)}
              description={namesOf(items, count)}
            >
              {texts.everybody(number(count))}
            </Checkbox>
          )}
        </SpaceBetween>
      )}
    </ActDialog>
  );
}

function useNames(): (items: Sharing['items'], count: number) => string {
  const { others } = useTexts(aboutTexts);
  const { number } = useFormats();
  const listed = useListed();
  return (items, count) => {
    const rest = count - items.length;
    const names = items.map(({ name }) => name);
    return rest > 0 ? `${names.join(', ')} ${others(number(rest))}` : listed(names);
  };
}

export function ResumeTexts(of: OfWorker) {
  const texts = useTexts(stopTexts).resume;
  return (
    <ActDialog {...of} texts={texts} call={{ method: 'DELETE', path: stopPath(of) }}>
      {() => texts.text}
    </ActDialog>
  );
}
