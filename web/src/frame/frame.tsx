import AppLayout from '@cloudscape-design/components/app-layout-toolbar';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { addresses, addressOf, isFor } from '../shared/addresses.ts';
import { useFollow } from '../shared/follow.ts';
import { uiLanguages, useLanguage, useTexts } from '../shared/language.tsx';
import { Loading } from '../shared/loading/loading.tsx';
import { useMe } from '../shared/me.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { NoticesShown } from '../shared/notices.tsx';
import { inNavigation } from './pages.ts';
import { useSignOut } from './session.tsx';
import type { ConsoleSettings } from './settings.ts';
import { frameTexts } from './texts.ts';

/** The navigation and header around every page. */
export function Frame({ settings }: Readonly<{ settings: ConsoleSettings }>) {
  const texts = useTexts(frameTexts);
  const isNarrow = useIsNarrow();
  const [isOpen, setIsOpen] = useState(!isNarrow);
  // The navigation follows a window that is turned or resized.
  useEffect(() => setIsOpen(!isNarrow), [isNarrow]);
  return (
    <>
      <div id="top">
        <Top settings={settings} />
      </div>
      <AppLayout
        headerSelector="#top"
        toolsHide
        navigationOpen={isOpen}
        onNavigationChange={({ detail }) => setIsOpen(detail.open)}
        navigation={<Navigation followed={() => isNarrow && setIsOpen(false)} />}
        notifications={<NoticesShown />}
        stickyNotifications
        ariaLabels={{ navigation: texts.navigation }}
        content={
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        }
      />
    </>
  );
}

function Top({ settings }: Readonly<{ settings: ConsoleSettings }>) {
  const texts = useTexts(frameTexts);
  const { language, choose } = useLanguage();
  const { name, roles } = useMe();
  const follow = useFollow();
  const signOut = useSignOut(settings);
  return (
    <TopNavigation
      identity={{ href: '/', title: 'Ingat', onFollow: follow }}
      utilities={[
        {
          type: 'menu-dropdown',
          text: texts.languages[language],
          ariaLabel: `${texts.language}: ${texts.languages[language]}`,
          iconName: 'globe',
          items: uiLanguages.map((id) => ({ id, text: texts.languages[id], lang: id })),
          onItemClick: ({ detail }) =>
            uiLanguages.filter((each) => each === detail.id).forEach(choose),
        },
        {
          type: 'menu-dropdown',
          text: name,
          description: roles.map((role) => texts.roles[role]).join(', '),
          iconName: 'user-profile',
          items: [{ id: 'sign-out', text: texts.signOut }],
          onItemClick: signOut,
        },
      ]}
    />
  );
}

function Navigation({ followed }: Readonly<{ followed: () => void }>) {
  const texts = useTexts(frameTexts);
  const { roles } = useMe();
  const { pathname } = useLocation();
  const follow = useFollow();
  const shown = inNavigation.filter((page) => isFor(page, roles));
  return (
    <SideNavigation
      activeHref={activeAmong(
        shown.map((page) => addresses[page]),
        pathname,
      )}
      header={{ href: '/', text: texts.subtitle }}
      items={shown.map((page) => ({
        type: 'link',
        text: texts.pages[page],
        href: addressOf(page),
      }))}
      onFollow={(event) => {
        follow(event);
        followed();
      }}
    />
  );
}

/** A worker's page belongs to the list of workers, which is then marked. */
const activeAmong = (paths: readonly string[], pathname: string): string =>
  paths
    .filter((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
    .sort((a, b) => b.length - a.length)[0] ?? '';
