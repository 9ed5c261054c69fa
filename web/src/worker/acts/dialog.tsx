import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { WorkerView } from '#domain/people/worker-view';
import type { ApiError, Call } from '../../shared/api.ts';
import { useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import { useNotify } from '../../shared/notices.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { asSentence, useProblemText } from '../../shared/problems/problem-text.ts';
import { useSend } from '../../shared/reading.ts';
import { sharedTexts } from '../../shared/texts.ts';
import { workerTexts } from '../texts.ts';

/** For every dialog about a worker: `close` leaves it, `reload` reads the worker again. */
export type DialogProps = Readonly<{ close(): void; reload(): unknown }>;
export type OfWorker = DialogProps & Readonly<{ worker: WorkerView }>;

type WorkerDialogProps = DialogProps &
  Readonly<{
    title: string;
    /** The label of the submit button. */
    does: string;
    send: Readonly<{ isPending: boolean; error: ApiError | null; reset(): void }>;
    submit(): void;
    /** Fields that show the API's issues themselves; other issues are shown above the form. */
    fields?: readonly string[];
    disabled?: boolean;
    children: ReactNode;
  }>;

/** A form in a dialog: it stays open, as filled in, until the API accepts it or it is cancelled. */
export function WorkerDialog(props: WorkerDialogProps) {
  const {
    title,
    does,
    send,
    submit,
    fields = [],
    disabled = false,
    close,
    reload,
    children,
  } = props;
  const form = useId();
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    // React passes events of a dialog to the page's own forms, which must not see them.
    event.stopPropagation();
    if (!disabled) submit();
  };
  return (
    <AskedFirst
      title={title}
      close={close}
      isPending={send.isPending}
      buttons={
        <Button
          variant="primary"
          form={form}
          formAction="submit"
          loading={send.isPending}
          disabled={disabled}
        >
          {does}
        </Button>
      }
    >
      <form id={form} onSubmit={submitted} autoComplete="off">
        <SpaceBetween size="m">
          {send.error && (
            <NotTaken error={send.error} fields={fields} reload={reload} reset={send.reset} />
          )}
          {children}
        </SpaceBetween>
      </form>
    </AskedFirst>
  );
}

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

type NotTakenProps = Readonly<{
  error: ApiError;
  fields: readonly string[];
  reload(): unknown;
  reset(): void;
}>;

function NotTaken({ error, fields, reload, reset }: NotTakenProps) {
  const texts = useTexts(workerTexts).dialog;
  const shared = useTexts(sharedTexts);
  const { issues } = error;
  if (issues.length > 0 && issues.every(({ path }) => fields.includes(path))) return null;
  if (error.code !== 'conflict')
    return (
      <Alert type="error" header={shared.notSaved}>
        <Problem error={error} />
      </Alert>
    );
  const again = async () => {
    await reload();
    reset();
  };
  return (
    <Alert
      type="warning"
      header={texts.conflict.title}
      action={<Button onClick={() => void again()}>{texts.conflict.reload}</Button>}
    >
      {texts.conflict.text}
    </Alert>
  );
}

/** For a successful call: says so, and closes the dialog. */
export function useSaved(leave: () => void): (content: string) => void {
  const notify = useNotify();
  return (content) => {
    notify({ type: 'success', content });
    leave();
  };
}

/** The API's issue with this field, in the chosen language. */
export function useFieldError(error: ApiError | null): (field: string) => string | undefined {
  const said = useProblemText();
  return (field) => {
    const issue = error?.issues.find(({ path }) => path === field);
    return issue && asSentence(said(issue));
  };
}
