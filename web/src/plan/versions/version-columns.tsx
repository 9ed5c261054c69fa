import { Button } from '@cloudscape-design/components';
import type { VersionView } from '#flows/plan/show-plan';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { changesBetween } from '../differences/changes.ts';
import type { Act } from './decided.tsx';
import { useOwnName, useSavedBy } from './saved-by.ts';
import { versionsTexts } from './texts.ts';
import { Acts } from './version-acts.tsx';
import { isDropped, Status } from './version-status.tsx';

const predecessor = (
  { replaces }: VersionView,
  versions: readonly VersionView[],
): VersionView | undefined => versions.find(({ version }) => version === replaces);

export function useVersionColumns(
  versions: readonly VersionView[],
  ask: (act: Act, version: VersionView) => void,
): readonly Column<VersionView>[] {
  const texts = useTexts(versionsTexts);
  const { moment, number } = useFormats();
  const own = useOwnName();
  const savedBy = useSavedBy();
  const said = (version: VersionView): string => {
    const before = predecessor(version, versions);
    return before
      ? texts.count(number(changesBetween(before.plan, version.plan).length))
      : texts.see;
  };
  return [
    {
      id: 'version',
      header: texts.version,
      cell: (version) => <Status version={version} isDropped={isDropped(version, versions)} />,
    },
    { id: 'savedAt', header: texts.savedAt, cell: ({ savedAt }) => moment(savedAt) },
    {
      id: 'by',
      header: texts.by,
      cell: (version) => <span className="breakable">{savedBy(version)}</span>,
    },
    {
      id: 'changes',
      header: texts.changes,
      cell: (version) => (
        <Button
          variant="inline-link"
          ariaLabel={texts.look(said(version), version.version)}
          onClick={() => ask('look', version)}
        >
          {said(version)}
        </Button>
      ),
    },
    {
      id: 'acts',
      header: texts.acts,
      cell: (version) => <Acts version={version} isOwn={version.savedBy === own} ask={ask} />,
    },
  ];
}
