import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { ApiError } from '../api.ts';
import { useTexts } from '../language.tsx';
import { sharedTexts } from '../texts.ts';

type Failure = Readonly<{
  error: Error;
  title?: string;
  of?: string | undefined;
  retry?: () => void;
  retryText?: string;
}>;

/** What failed, why, and a way on. `of` names what could not be loaded, `title` says the whole. The server's own sentence stands below ours: it names the value that was wrong. */
export function Failed({ error, title, of, retry, retryText }: Failure) {
  const texts = useTexts(sharedTexts);
  return (
    <Alert
      type="error"
      header={title ?? (of ? texts.failedOf(of) : texts.failed)}
      action={retry && <Button onClick={retry}>{retryText ?? texts.retry}</Button>}
    >
      <Problem error={error} />
    </Alert>
  );
}

/** In one or two sentences, for alerts and dialogs of one's own. */
export function Problem({ error }: Readonly<{ error: Error }>) {
  const texts = useTexts(sharedTexts);
  const code = error instanceof ApiError ? error.code : 'failed';
  const says =
    error.message &&
    (code === 'invalid' ||
      code === 'conflict' ||
      code === 'not-found' ||
      !(error instanceof ApiError));
  return (
    <>
      {texts.problems[code]}
      {says && (
        <div lang="en">
          {texts.said}: {error.message}
        </div>
      )}
    </>
  );
}
