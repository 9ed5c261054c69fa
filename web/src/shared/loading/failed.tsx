import { Alert, Button } from '@cloudscape-design/components';
import { ApiError, type FailureCode } from '../api.ts';
import { useTexts } from '../language.tsx';
import { asSentence, useProblemText } from '../problems/problem-text.ts';
import { sharedTexts } from '../texts.ts';

type Failure = Readonly<{
  error: Error;
  title?: string;
  of?: string | undefined;
  retry?: () => void;
  retryText?: string;
}>;

/** What failed, why, and a way on. `of` names what could not be loaded; `title` replaces it. */
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

/** In one or two sentences, for the caller's own alert or dialog. */
export function Problem({ error }: Readonly<{ error: Error }>) {
  const texts = useTexts(sharedTexts);
  const said = useProblemText();
  const code: FailureCode = error instanceof ApiError ? error.code : 'failed';
  const issues = error instanceof ApiError ? error.issues : [];
  return (
    <>
      {texts.problems[code]}
      {issues.map((issue) => (
        <div key={`${issue.path} ${issue.code}`}>
          {issue.path && `${issue.path}: `}
          {asSentence(said(issue))}
        </div>
      ))}
    </>
  );
}
