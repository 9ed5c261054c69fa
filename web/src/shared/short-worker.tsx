import { PageLink } from './page/page-link.tsx';

/** An id is long, and so much of it tells workers apart in a list. */
const idShown = 12;

export const ShortWorker = ({ id }: Readonly<{ id: string }>) => (
  <PageLink page="worker" values={{ id }}>
    <span className="unbroken">{id.slice(0, idShown)}…</span>
  </PageLink>
);
