import { useSearchParams } from 'react-router';
import type { Plan } from '#domain/plan/plan';
import { useVersion } from './saved-by.ts';
import { VersionDialog } from './version.tsx';

/** The version that links name in the address, if there is one. */
export function NamedVersion({ current }: Readonly<{ current: Plan }>) {
  const [search, setSearch] = useSearchParams();
  const named = Number(search.get('version') ?? 0);
  const { version, versions } = useVersion(Number.isInteger(named) && named > 0 ? named : null);
  if (!version) return null;
  return (
    <VersionDialog
      act="look"
      {...{ version, current, versions, close: () => setSearch({}, { replace: true }) }}
    />
  );
}
