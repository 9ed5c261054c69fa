import type { Plan } from '#domain/plan/plan';
import type { VersionView } from '#flows/plan/show-plan';
import { useTexts } from '../../shared/language.tsx';
import { BehindIf } from '../behind/behind.tsx';
import { changesBetween } from '../differences/changes.ts';
import { Differences } from '../differences/differences.tsx';
import { Compared } from './compared.tsx';
import { type Act, Decided } from './decided.tsx';
import { versionsTexts } from './texts.ts';

export type VersionProps = Readonly<{
  act: Act;
  version: VersionView;
  current: Plan;
  versions: readonly VersionView[];
  close: () => void;
}>;

/** Compares two versions, or shows what restoring or approving one would change now. */
export function VersionDialog({ act, version, current, versions, close }: VersionProps) {
  const texts = useTexts(versionsTexts);
  if (act === 'look') return <Compared version={version} versions={versions} close={close} />;
  // Restoring a version does not resume texts: a pause stays.
  const then = act === 'restore' ? { ...version.plan, paused: current.paused } : version.plan;
  return (
    <Decided act={act} version={version.version} close={close}>
      <p>
        {texts[act === 'restore' ? 'restoreMeans' : 'approveMeans'](
          current.version,
          version.version,
        )}
      </p>
      <BehindIf plan={then} />
      <Differences before={current} changes={changesBetween(current, then)} />
    </Decided>
  );
}
