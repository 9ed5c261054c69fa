import { PageLink } from './page/page-link.tsx';

/** The id's beginning, enough to tell workers apart in a list. */
const idShown = 12;

type NamedProps = Readonly<{
  id: string;
  /** Not there where they were erased since, or a reader is told none. */
  worker?: Readonly<{ name: string }> | null | undefined;
}>;

/** In a list: the name, else the id. */
export const NamedWorker = ({ id, worker }: NamedProps) => (
  <PageLink page="worker" values={{ id }}>
    {worker?.name ?? <span className="unbroken">{id.slice(0, idShown)}…</span>}
  </PageLink>
);
