import { SideNavigation } from '@cloudscape-design/components';
import { useLocation } from 'react-router';
import { addresses, addressOf, isFor } from '../shared/addresses.ts';
import { useFollow } from '../shared/follow.ts';
import { useTexts } from '../shared/language.tsx';
import { useMe } from '../shared/me.tsx';
import { inNavigation } from './pages.ts';
import { frameTexts } from './texts.ts';

export function Navigation({ followed }: Readonly<{ followed: () => void }>) {
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
