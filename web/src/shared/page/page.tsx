import { ContentLayout, Header, SpaceBetween } from '@cloudscape-design/components';
import { type ReactNode, useEffect } from 'react';

type PageProps = Readonly<{
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}>;

/** A page: its title (also the browser tab's), actions on the whole, and parts in a column. */
export function Page({ title, description, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Ingat`;
  }, [title]);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={description} actions={actions}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">{children}</SpaceBetween>
    </ContentLayout>
  );
}
