import { useSearchParams } from 'react-router';
import type { Plan } from '#domain/plan/plan';
import type { VersionView } from '#flows/plan/show-plan';
import { useRead } from '../../shared/reading.ts';
import { VersionDialog } from './version.tsx';

/** The version that links name in the address, if there is one. */
export function NamedVersion({ current }: Readonly<{ current: Plan }>) {
  const [search, setSearch] = useSearchParams();
  const named = Number(search.get('version') ?? 0);
  // The list before version n + 1 starts with version n, then the one before it.
  const path =
    Number.isInteger(named) && named > 0 ? `/api/plan/versions?before=${named + 1}` : null;
  const { data } = useRead<Readonly<{ items: readonly VersionView[] }>>(path);
  const version = data?.items.find((each) => each.version === named);
  if (!data || !version) return null;
  return (
    <VersionDialog
      act="look"
      {...{ version, current, versions: data.items, close: () => setSearch({}, { replace: true }) }}
    />
  );
}
