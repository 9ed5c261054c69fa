import type { WorkerView } from '#domain/people/worker-view';
import { useDraft } from '../../shared/draft.ts';
import { useTexts } from '../../shared/language.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useSend } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { Fields } from './correct-fields.tsx';
import { correctTexts } from './correct-texts.ts';
import { asCorrected, type Corrected, different, draftOf, written } from './corrected.ts';
import { type DialogProps, useSaved, WorkerDialog } from './dialog.tsx';

export function CorrectWorker({
  worker,
  close,
  reload,
}: DialogProps & Readonly<{ worker: WorkerView }>) {
  const texts = useTexts(correctTexts);
  const draft = useDraft<Corrected>(draftOf(worker), {});
  const now = written(worker, useFormats());
  const send = useSend<Corrected>(
    (corrected) => ({
      method: 'PATCH',
      path: `/api/workers/${worker.workerId}`,
      json: asCorrected(corrected, now),
    }),
    ['/api/workers'],
  );
  const leave = () => {
    draft.discard();
    close();
  };
  const saved = useSaved(leave);
  return (
    <WorkerDialog
      title={texts.title}
      does={texts.save}
      send={send}
      submit={() => send.mutate(draft.value, { onSuccess: () => saved(texts.saved) })}
      fields={Object.keys(now)}
      disabled={!draft.isChanged}
      close={leave}
      reload={reload}
    >
      <Fields
        value={{ ...now, ...draft.value }}
        stored={now}
        set={(changed) => draft.set(different({ ...draft.value, ...changed }, now))}
        error={send.error}
      />
      <Note>{draft.isChanged ? texts.paid : texts.unchanged}</Note>
    </WorkerDialog>
  );
}
