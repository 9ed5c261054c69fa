import { Box, Button } from '@cloudscape-design/components';
import type { ApiError } from '../api.ts';
import { useTexts } from '../language.tsx';
import { sharedTexts } from '../texts.ts';
import { Failed } from './failed.tsx';

type Pages = Readonly<{
  isFetchingNextPage: boolean;
  error: ApiError | null;
  fetchNextPage: () => unknown;
}>;

/** Below a paged list: loads the next page, or says why that failed. */
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
