import { Box, Button } from '@cloudscape-design/components';
import { useFollow } from '../follow.ts';
import { useTexts } from '../language.tsx';
import { sharedTexts } from '../texts.ts';
import { Page } from './page.tsx';

/** A page that only says why there is nothing here, and links home. */
function PlainPage({ title, text }: Readonly<{ title: string; text: string }>) {
  const texts = useTexts(sharedTexts);
  const follow = useFollow();
  return (
    <Page title={title}>
      <Box>{text}</Box>
      <Button href="/" onFollow={follow}>
        {texts.home}
      </Button>
    </Page>
  );
}

export const NotFoundPage = () => <PlainPage {...useTexts(sharedTexts).notFound} />;
export const NotForYouPage = () => <PlainPage {...useTexts(sharedTexts).notForYou} />;
