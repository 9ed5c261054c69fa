import { AppLayoutToolbar as AppLayout } from '@cloudscape-design/components';
import { Suspense, useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { useTexts } from '../shared/language.tsx';
import { Loading } from '../shared/loading/loading.tsx';
import { useIs } from '../shared/narrow.ts';
import { NoticesShown } from '../shared/notices.tsx';
import { Navigation } from './navigation.tsx';
import type { ConsoleSettings } from './settings.ts';
import { frameTexts } from './texts.ts';
import { Top } from './top.tsx';

/** The navigation and header around every page. */
export function Frame({ settings }: Readonly<{ settings: ConsoleSettings }>) {
  const texts = useTexts(frameTexts);
  const isNarrow = useIs('tooNarrowForNavigation');
  const [isOpen, setIsOpen] = useState(!isNarrow);
  // The navigation follows a window that is turned or resized.
  useEffect(() => setIsOpen(!isNarrow), [isNarrow]);
  return (
    <>
      <div id="top">
        <Top settings={settings} {...(isOpen ? {} : { openNavigation: () => setIsOpen(true) })} />
      </div>
      <AppLayout
        headerSelector="#top"
        toolsHide
        navigationTriggerHide
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
