import { Link } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { addressOf, isFor, type PageId } from '../addresses.ts';
import { useFollow } from '../follow.ts';
import { useMe } from '../me.tsx';

type To = Readonly<{
  page: PageId;
  values?: Readonly<Record<string, string>>;
  isHeading?: boolean;
  children: ReactNode;
}>;

/** A link to another page; plain text for readers who may not see that page. */
export function PageLink({ page, values = {}, isHeading = false, children }: To) {
  const { roles } = useMe();
  const follow = useFollow();
  if (!isFor(page, roles)) return children;
  return (
    <Link
      href={addressOf(page, values)}
      onFollow={follow}
      fontSize={isHeading ? 'inherit' : 'body-m'}
    >
      {children}
    </Link>
  );
}
