import { Box, Button, FormField, Input } from '@cloudscape-design/components';
import { useState } from 'react';
import type { WorkerView } from '#domain/people/worker-view';
import type { Call } from '../../shared/api.ts';
import { useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import { useRead, useSend } from '../../shared/reading.ts';
import { soughtBy } from '../../shared/sought.ts';
import { useFormats } from '../../shared/words/format.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { sampleTexts } from './texts.ts';

/** Finds a worker by phone, NIK or id, in the body: no personal number is in an address. */
const finding = (sought: string): Call => ({
  method: 'POST',
  path: '/api/workers/find',
  json: soughtBy(sought),
});

export function FindWorker({ found }: Readonly<{ found: (workerId: string) => void }>) {
  const texts = useTexts(sampleTexts);
  const [sought, setSought] = useState('');
  const find = useSend<string, Readonly<{ items: readonly WorkerView[] }>>(finding);
  const seek = () =>
    sought.trim() !== '' &&
    find.mutate(sought, { onSuccess: ({ items: [first] }) => first && found(first.workerId) });
  const nobody = find.data?.items.length === 0 && texts.nobody;
  return (
    <FormField
      label={texts.worker}
      constraintText={texts.workerMeans}
      errorText={find.error ? <Problem error={find.error} /> : nobody}
    >
      <div className="find-worker">
        <Input
          value={sought}
          onChange={({ detail }) => setSought(detail.value)}
          onKeyDown={({ detail }) => detail.key === 'Enter' && seek()}
        />
        <Button loading={find.isPending} onClick={seek}>
          {texts.find}
        </Button>
      </div>
    </FormField>
  );
}

export function OfWorker({ workerId, forget }: Readonly<{ workerId: string; forget: () => void }>) {
  const texts = useTexts(sampleTexts);
  const { month } = useFormats();
  const { workerLanguage } = useTexts(wordsTexts);
  const read = useRead<Readonly<{ worker: WorkerView }>>(
    `/api/workers/${encodeURIComponent(workerId)}`,
  );
  const worker = read.data?.worker;
  const next = worker?.owed.months[0];
  const facts = worker && [
    worker.name,
    workerLanguage[worker.language],
    ...(next ? [texts.nextMonth(month(next))] : []),
  ];
  return (
    <Box>
      {facts?.join(' · ')}
      {read.error && <Problem error={read.error} />}{' '}
      <Button variant="inline-link" onClick={forget}>
        {texts.another}
      </Button>
    </Box>
  );
}
