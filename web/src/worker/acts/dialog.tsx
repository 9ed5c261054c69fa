import { Button, SpaceBetween } from '@cloudscape-design/components';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { WorkerView } from '#domain/people/worker-view';
import type { Sharing } from '#flows/people/shared-phone';
import type { ApiError } from '../../shared/api.ts';
import { useNotify } from '../../shared/notices.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { NotTaken } from './refusal.tsx';

/** For every dialog about a worker: `close` leaves it, `reload` reads the worker again. */
export type DialogProps = Readonly<{ close(): void; reload(): unknown }>;

export type OfWorker = DialogProps & Readonly<{ worker: WorkerView; sharing: Sharing }>;

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

/** For a successful call: says so, and closes the dialog. */
export function useSaved(leave: () => void): (content: string) => void {
  const notify = useNotify();
  return (content) => {
    notify({ type: 'success', content });
    leave();
  };
}
