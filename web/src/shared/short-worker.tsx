import { PageLink } from './page/page-link.tsx';

/** The id's beginning, enough to tell workers apart in a list. */
const idShown = 12;

export const ShortWorker = ({ id }: Readonly<{ id: string }>) => (
  <PageLink page="worker" values={{ id }}>
    <span className="unbroken">{id.slice(0, idShown)}…</span>
  </PageLink>
);
