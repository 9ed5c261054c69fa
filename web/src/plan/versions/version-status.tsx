import { Badge, SpaceBetween } from '@cloudscape-design/components';
import type { VersionView } from '#flows/plan/show-plan';
import { useTexts } from '../../shared/language.tsx';
import { versionsTexts } from './texts.ts';

/** A proposal that was never in force: no later version replaced it. */
export const isDropped = (
  { version, status }: VersionView,
  versions: readonly VersionView[],
): boolean => status === 'superseded' && versions.every(({ replaces }) => replaces !== version);

const colours = { current: 'green', pending: 'blue', superseded: 'grey', dropped: 'grey' } as const;

export function Status({
  version: { version, status: given },
  isDropped,
}: Readonly<{ version: VersionView; isDropped: boolean }>) {
  const texts = useTexts(versionsTexts);
  const status = isDropped ? 'dropped' : given;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <b>{version}</b>
      <Badge color={colours[status]}>{texts.status[status]}</Badge>
    </SpaceBetween>
  );
}
