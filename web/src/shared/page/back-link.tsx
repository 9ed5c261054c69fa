import { frameTexts } from '../../frame/texts.ts';
import { isFor, type PageId } from '../addresses.ts';
import { useTexts } from '../language.tsx';
import { useMe } from '../me.tsx';
import { PageLink } from './page-link.tsx';

/** Back to the page that leads here; nothing for readers who may not see that page. */
export function BackLink({ page }: Readonly<{ page: PageId }>) {
  const { roles } = useMe();
  const { pages } = useTexts(frameTexts);
  if (!isFor(page, roles)) return null;
  return <PageLink page={page}>← {pages[page]}</PageLink>;
}
