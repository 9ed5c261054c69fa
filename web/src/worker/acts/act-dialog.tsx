import type { ReactNode } from 'react';
import type { Call } from '../../shared/api.ts';
import { useFieldError } from '../../shared/problems/field-error.ts';
import { useSend } from '../../shared/reading.ts';
import { type DialogProps, useSaved, WorkerDialog } from './dialog.tsx';

type ActProps = DialogProps &
  Readonly<{
    texts: Readonly<Record<'title' | 'save' | 'saved', string>>;
    call: Call;
    fields?: readonly string[];
    /** `wrong` gives the API's issue with a field. */
    children: (wrong: ReturnType<typeof useFieldError>) => ReactNode;
  }>;

/** One action on a worker by one call. */
export function ActDialog({ texts, call, fields = [], children, ...dialog }: ActProps) {
  const send = useSend<void>(() => call, ['/api/workers']);
  const wrong = useFieldError(send.error);
  const saved = useSaved(dialog.close);
  return (
    <WorkerDialog
      {...dialog}
      title={texts.title}
      does={texts.save}
      send={send}
      submit={() => send.mutate(undefined, { onSuccess: () => saved(texts.saved) })}
      fields={fields}
    >
      {children(wrong)}
    </WorkerDialog>
  );
}
