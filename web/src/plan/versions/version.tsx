import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type ReactNode, useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { VersionView } from '#flows/plan/show-plan';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { usePlanCall } from '../editing/save.tsx';
import { changesBetween } from './changes.ts';
import { Differences } from './differences.tsx';
import { versionsTexts } from './texts.ts';

export type Act = 'look' | 'restore' | 'approve';

type VersionProps = Readonly<{
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
      <Differences before={current} changes={changesBetween(current, then)} />
    </Decided>
  );
}

type DecidedProps = Readonly<{
  act: 'restore' | 'approve';
  version: number;
  close: () => void;
  children: ReactNode;
}>;

function Decided({ act, version, close, children }: DecidedProps) {
  const texts = useTexts(versionsTexts);
  const call = usePlanCall<number>(
    (number) => ({ method: 'POST', path: `/api/plan/${act}`, json: { version: number } }),
    close,
  );
  return (
    <AskedFirst
      title={texts[act === 'restore' ? 'restoreThis' : 'approveThis'](version)}
      size="large"
      close={close}
      failed={texts[act === 'restore' ? 'restoreFailed' : 'approveFailed']}
      error={call.error}
      isPending={call.isPending}
      buttons={
        <Button variant="primary" loading={call.isPending} onClick={() => call.send(version)}>
          {texts[act]}
        </Button>
      }
    >
      {children}
    </AskedFirst>
  );
}

type ComparedProps = Pick<VersionProps, 'version' | 'versions' | 'close'>;

function Compared({ version, versions, close }: ComparedProps) {
  const texts = useTexts(versionsTexts);
  const { moment } = useFormats();
  const options = versions
    .filter((other) => other.version !== version.version)
    .map((other) => ({
      value: String(other.version),
      label: `${texts.version} ${other.version}`,
      description: moment(other.savedAt),
    }));
  const [chosen, choose] = useState(String(version.replaces ?? options[0]?.value ?? ''));
  const before = versions.find((other) => String(other.version) === chosen);
  return (
    <AskedFirst
      title={`${texts.version} ${version.version}`}
      size="large"
      close={close}
      buttons={null}
    >
      {options.length > 0 && (
        <FormField label={texts.compareWith}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === chosen) ?? null}
            onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
          />
        </FormField>
      )}
      {before ? (
        <Differences before={before.plan} changes={changesBetween(before.plan, version.plan)} />
      ) : (
        texts.nothingBefore
      )}
    </AskedFirst>
  );
}
