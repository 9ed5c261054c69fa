import { Button } from '@cloudscape-design/components';
import { useQueryClient } from '@tanstack/react-query';
import type { AttentionKind } from '#flows/attention/attention-store';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { useNotify } from '../shared/notices.tsx';
import { useSend } from '../shared/reading.ts';
import { attentionTexts } from './texts.ts';

/** Takes an item off the list for everybody. `about` names it to screen readers. */
export function Resolve({
  kind,
  id,
  about,
}: Readonly<{ kind: AttentionKind; id: string; about: string }>) {
  const texts = useTexts(attentionTexts).resolve;
  const notify = useNotify();
  const client = useQueryClient();
  const settle = useSend<void>(
    () => ({ method: 'POST', path: '/api/attention/resolve', json: { kind, id } }),
    ['/api/attention'],
  );
  const act = () =>
    settle.mutate(undefined, {
      onSuccess: () => notify({ type: 'success', content: texts.done }),
      onError: (error) => {
        // Somebody else resolved it first: the list no longer holds it.
        if (error.code === 'not-found')
          void client.invalidateQueries({ queryKey: [`/api/attention?kind=${kind}`] });
        notify({ type: 'error', header: texts.failed, content: <Problem error={error} /> });
      },
    });
  return (
    <Button
      variant="inline-link"
      wrapText={false}
      loading={settle.isPending}
      ariaLabel={texts.of(about)}
      onClick={act}
    >
      {texts.action}
    </Button>
  );
}
