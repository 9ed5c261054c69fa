import { useAuth } from 'react-oidc-context';
import type { VersionView } from '#flows/plan/show-plan';
import { useTexts } from '../../shared/language.tsx';
import { useRead } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { conflictTexts } from './conflict-texts.ts';
import { versionsTexts } from './texts.ts';

/** The name under which the API records the reader. */
export const useOwnName = (): string | undefined => useAuth().user?.profile.sub;

/** The names of those who saved and approved a version. */
export function useSavedBy(): (version: VersionView) => string {
  const texts = useTexts(versionsTexts);
  const own = useOwnName();
  const nameOf = (by: string, name: string | null): string => {
    if (by === own) return texts.you;
    return by === 'deployment' ? texts.deployment : (name ?? by);
  };
  return ({ savedBy, savedByName, approvedBy, approvedByName }) => {
    const saved = nameOf(savedBy, savedByName);
    return approvedBy ? texts.approvedBy(saved, nameOf(approvedBy, approvedByName)) : saved;
  };
}

/** A version and those before it; without a number nothing is read. */
export function useVersion(number: number | null) {
  // The list before version n + 1 starts with version n, then the one before it.
  const path = number === null ? null : `/api/plan/versions?before=${number + 1}`;
  const { data } = useRead<Readonly<{ items: readonly VersionView[] }>>(path);
  const versions = data?.items ?? [];
  return { versions, version: versions.find((each) => each.version === number) };
}

/** By whom and when the version was saved that came first; empty until it is read. */
export function useSavedFirst(number: number | null): string {
  const texts = useTexts(conflictTexts);
  const { moment } = useFormats();
  const savedBy = useSavedBy();
  const { version } = useVersion(number);
  return version
    ? texts.saved(savedBy(version), moment(version.approvedAt ?? version.savedAt))
    : '';
}
