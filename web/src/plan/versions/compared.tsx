import { FormField, Select } from '@cloudscape-design/components';
import { useState } from 'react';
import { useTexts } from '../../shared/language.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { changesBetween } from '../differences/changes.ts';
import { Differences } from '../differences/differences.tsx';
import { versionsTexts } from './texts.ts';
import type { VersionProps } from './version.tsx';

type ComparedProps = Pick<VersionProps, 'version' | 'versions' | 'close'>;

export function Compared({ version, versions, close }: ComparedProps) {
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
