import { Button } from '@cloudscape-design/components';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { addresses, addressOf, isFor, type PageId } from '../shared/addresses.ts';
import { useTexts } from '../shared/language.tsx';
import { useMe } from '../shared/me.tsx';
import { Centered } from '../shared/page/centered.tsx';
import { Page } from '../shared/page/page.tsx';
import { NotForYouPage, NotFoundPage } from '../shared/page/plain-page.tsx';
import { sharedTexts } from '../shared/texts.ts';
import { Frame } from './frame.tsx';
import { pages, starts } from './pages.ts';
import type { ConsoleSettings } from './settings.ts';
import { frameTexts } from './texts.ts';

export const routerFor = (settings: ConsoleSettings) =>
  createBrowserRouter([
    {
      element: <Frame settings={settings} />,
      errorElement: (
        <Centered>
          <Broken />
        </Centered>
      ),
      children: [
        {
          errorElement: <Broken />,
          children: [
            ...(Object.keys(pages) as PageId[]).map(routeOf),
            home,
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);

const routeOf = (page: PageId): RouteObject => ({
  path: addresses[page],
  element: <ForRoles page={page} />,
});

/** `/` leads readers who may not see it to their first page. */
const home: RouteObject = { path: '/home', element: <Home /> };

function ForRoles({ page }: Readonly<{ page: PageId }>) {
  const Shown = pages[page];
  if (isFor(page, useMe().roles)) return <Shown />;
  return page === 'today' ? <Home /> : <NotForYouPage />;
}

function Home() {
  const { roles } = useMe();
  const texts = useTexts(frameTexts);
  const [, first] = starts.find(([role]) => roles.includes(role)) ?? [];
  return first ? (
    <Navigate to={addressOf(first)} replace />
  ) : (
    <Page title={texts.signIn.nothing}>{null}</Page>
  );
}

/** Also covers a chunk that is gone because a newer console was deployed meanwhile. */
function Broken() {
  const texts = useTexts(sharedTexts).broken;
  return (
    <Page title={texts.title}>
      {texts.text}
      <Button onClick={() => location.reload()}>{texts.reload}</Button>
    </Page>
  );
}
