import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ApiError } from '../api.ts';
import { useTexts } from '../language.tsx';
import { sharedTexts } from '../texts.ts';
import { Failed } from './failed.tsx';

type Pages = Readonly<{
  isFetchingNextPage: boolean;
  error: ApiError | null;
  fetchNextPage: () => unknown;
}>;

/** Below a list that the API hands out page by page: brings the next one, or says why it did not come. */
export function More({
  query: { isFetchingNextPage, error, fetchNextPage },
}: Readonly<{ query: Pages }>) {
  const texts = useTexts(sharedTexts);
  if (error) return <Failed error={error} retry={() => void fetchNextPage()} />;
  return (
    <Box textAlign="center">
      <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {texts.more}
      </Button>
    </Box>
  );
}
