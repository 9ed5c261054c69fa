import { useSearchParams } from 'react-router';
import type { Plan } from '#domain/plan/plan';
import type { VersionView } from '#flows/plan/show-plan';
import { useRead } from '../../shared/reading.ts';
import { VersionDialog } from './version.tsx';

/** The version that the address names, as links to it do; nothing where there is none such. */
export function NamedVersion({ current }: Readonly<{ current: Plan }>) {
  const [search, setSearch] = useSearchParams();
  const named = Number(search.get('version') ?? 0);
  // The page that goes on below the version after it begins with the one that is sought, and holds the one before.
  const path =
    Number.isInteger(named) && named > 0 ? `/api/plan/versions?cursor=${named + 1}` : null;
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
