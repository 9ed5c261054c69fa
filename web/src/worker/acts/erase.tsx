import { Alert, Box, FormField, Input } from '@cloudscape-design/components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WorkerView } from '#domain/people/worker-view';
import { addressOf } from '../../shared/addresses.ts';
import { useTexts } from '../../shared/language.tsx';
import { useNotify } from '../../shared/notices.tsx';
import { useSend } from '../../shared/reading.ts';
import { type OfWorker, WorkerDialog } from './dialog.tsx';
import { eraseTexts } from './erase-texts.ts';

/** Asked twice, the second time by typing a word: nothing restores an erased person. */
export function EraseWorker({ worker, ...dialog }: OfWorker) {
  const texts = useTexts(eraseTexts);
  const [isSure, setIsSure] = useState(false);
  const [typed, setTyped] = useState('');
  const erased = useErased(worker);
  const send = useSend<void>(
    () => ({ method: 'DELETE', path: `/api/workers/${worker.workerId}` }),
    ['/api/workers?'],
  );
  return (
    <WorkerDialog
      {...dialog}
      title={texts.title}
      does={isSure ? texts.save : texts.next}
      send={send}
      submit={() => (isSure ? send.mutate(undefined, { onSuccess: erased }) : setIsSure(true))}
      disabled={isSure && typed.trim() !== texts.word}
    >
      <Alert type="warning" header={isSure ? texts.sure : worker.name}>
        {texts.text}
      </Alert>
      {isSure ? (
        <FormField label={texts.type(texts.word)}>
          <Input
            value={typed}
            onChange={({ detail }) => setTyped(detail.value)}
            autoComplete={false}
            autoFocus
          />
        </FormField>
      ) : (
        <Box>{texts.when}</Box>
      )}
    </WorkerDialog>
  );
}

/** Leaves the page, and removes the person from the browser's memory. */
function useErased({ workerId }: WorkerView): () => Promise<void> {
  const texts = useTexts(eraseTexts);
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  return async () => {
    notify({ type: 'success', content: texts.saved });
    await navigate(addressOf('workers'), { replace: true });
    client.removeQueries({ queryKey: [`/api/workers/${workerId}`] });
  };
}
