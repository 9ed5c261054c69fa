import { Container, Header } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { PageId } from '../shared/addresses.ts';
import { PageLink } from '../shared/page/page-link.tsx';

type CardProps = Readonly<{
  page: PageId;
  title: string;
  /** Beside another card: both are equally high. */
  fitHeight?: boolean;
  children: ReactNode;
}>;

/** A part of the first page; its title leads to the page that has the whole. */
export function Card({ page, title, fitHeight = false, children }: CardProps) {
  const heading = (
    <Header variant="h2">
      <PageLink page={page} isHeading>
        {title}
      </PageLink>
    </Header>
  );
  return (
    <Container fitHeight={fitHeight} header={heading}>
      {children}
    </Container>
  );
}
