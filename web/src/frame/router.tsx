import Button from '@cloudscape-design/components/button';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { addresses, addressOf } from '../shared/addresses.ts';
import { useTexts } from '../shared/language.tsx';
import { Centered } from '../shared/page/centered.tsx';
import { Page } from '../shared/page/page.tsx';
import { NotForYouPage, NotFoundPage } from '../shared/page/plain-page.tsx';
import { sharedTexts } from '../shared/texts.ts';
import { Frame } from './frame.tsx';
import { useMe } from './me.tsx';
import { type Page as ListedPage, pages, pagesFor } from './pages.ts';
import type { ConsoleSettings } from './settings.ts';
import { frameTexts } from './texts.ts';

export const routerFor = (settings: ConsoleSettings) =>
  createBrowserRouter([
    {
      element: <Frame settings={settings} />,
      errorElement: <Broken />,
      children: [
        {
          errorElement: <Broken />,
          children: [...pages.map(routeOf), home, { path: '*', element: <NotFoundPage /> }],
        },
      ],
    },
  ]);

const routeOf = (page: ListedPage): RouteObject => ({
  path: addresses[page.id],
  element: <ForRoles page={page} />,
});

/** For whom `/` is no page of theirs it leads to the first that is. */
const home: RouteObject = { path: '/home', element: <Home /> };

function ForRoles({ page }: Readonly<{ page: ListedPage }>) {
  const { roles } = useMe();
  if (pagesFor(roles).includes(page)) return <page.Component />;
  return page.id === 'today' ? <Home /> : <NotForYouPage />;
}

function Home() {
  const { roles } = useMe();
  const texts = useTexts(frameTexts);
  const first = pagesFor(roles).find(({ inNavigation }) => inNavigation);
  return first ? (
    <Navigate to={addressOf(first.id)} replace />
  ) : (
    <Page title={texts.signIn.nothing}>{null}</Page>
  );
}

/** Also for a chunk that is no longer there because a newer console was deployed meanwhile. */
function Broken() {
  const texts = useTexts(sharedTexts).broken;
  return (
    <Centered>
      <Page title={texts.title}>
        {texts.text}
        <Button onClick={() => location.reload()}>{texts.reload}</Button>
      </Page>
    </Centered>
  );
}
