import { Alert, Button } from '@cloudscape-design/components';
import type { ApiError } from '../../shared/api.ts';
import { useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import { sharedTexts } from '../../shared/texts.ts';
import { workerTexts } from '../texts.ts';

type NotTakenProps = Readonly<{
  error: ApiError;
  fields: readonly string[];
  reload(): unknown;
  reset(): void;
}>;

export function NotTaken({ error, fields, reload, reset }: NotTakenProps) {
  const texts = useTexts(workerTexts).dialog;
  const shared = useTexts(sharedTexts);
  const { issues } = error;
  const isShownBeside = issues.length > 0 && issues.every(({ path }) => fields.includes(path));
  if (error.code !== 'conflict')
    return isShownBeside ? null : (
      <Alert type="error" header={shared.notSaved}>
        <Problem error={error} />
      </Alert>
    );
  // In this order: a call that is sent while the worker is read again would be forgotten.
  const again = () => {
    reset();
    void reload();
  };
  return (
    <Alert
      type="warning"
      header={texts.conflict.title}
      action={
        <Button formAction="none" onClick={again}>
          {texts.conflict.reload}
        </Button>
      }
    >
      {texts.conflict.text}
    </Alert>
  );
}
