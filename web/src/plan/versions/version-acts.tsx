import { Button } from '@cloudscape-design/components';
import type { VersionView } from '#flows/plan/show-plan';
import { useTexts } from '../../shared/language.tsx';
import type { Act } from './decided.tsx';
import { versionsTexts } from './texts.ts';

type ActsProps = Readonly<{
  version: VersionView;
  isOwn: boolean;
  ask: (act: Act, version: VersionView) => void;
}>;

export function Acts({ version, isOwn, ask }: ActsProps) {
  const texts = useTexts(versionsTexts);
  const { status } = version;
  if (status === 'current') return '–';
  if (status === 'superseded')
    return (
      <Button
        variant="inline-link"
        ariaLabel={texts.restoreThis(version.version)}
        onClick={() => ask('restore', version)}
      >
        {texts.restore}
      </Button>
    );
  if (isOwn) return texts.own;
  return (
    <Button ariaLabel={texts.approveThis(version.version)} onClick={() => ask('approve', version)}>
      {texts.approve}
    </Button>
  );
}
