import { Header } from '@cloudscape-design/components';

export const Heading = ({ title, means }: Readonly<{ title: string; means?: string }>) => (
  <Header variant="h2" description={means}>
    {title}
  </Header>
);
