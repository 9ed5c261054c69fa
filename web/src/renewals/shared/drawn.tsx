import { Container, Header, SpaceBetween } from '@cloudscape-design/components';
import { type ReactNode, Suspense } from 'react';
import { Loading } from '../../shared/loading/loading.tsx';
import type { Term } from '../definitions/definitions.ts';
import { Meaning } from './meaning.tsx';

type DrawnProps = Readonly<{
  title: string;
  description?: ReactNode;
  terms?: readonly Term[];
  actions?: ReactNode;
  children: ReactNode;
}>;

/** A chart with the meaning of its figures one click away, above a table of the same. */
export const Drawn = ({ title, description, terms, actions, children }: DrawnProps) => (
  <Container
    header={
      <Header
        variant="h2"
        description={description}
        actions={actions}
        info={terms && <Meaning of={terms} about={title} />}
      >
        {title}
      </Header>
    }
  >
    <Suspense fallback={<Loading />}>
      <SpaceBetween size="m">{children}</SpaceBetween>
    </Suspense>
  </Container>
);
