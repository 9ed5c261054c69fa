import {
  Button,
  ExpandableSection,
  FormField,
  Grid,
  Input,
  SpaceBetween,
} from '@cloudscape-design/components';
import { type FormEvent, useState } from 'react';
import type { Found, Sought } from '#flows/people/show-workers';
import { useTexts } from '../shared/language.tsx';
import { Failed } from '../shared/loading/failed.tsx';
import { useFieldError } from '../shared/problems/field-error.ts';
import { useSend } from '../shared/reading.ts';
import { factTexts } from '../shared/words/fact-texts.ts';
import { FoundWorkers } from './found.tsx';
import { nameTexts } from './name-texts.ts';

const fields = ['name', 'province', 'group'] as const;

/** As with a phone, no name enters an address, history or storage. */
export function FindByName() {
  const texts = useTexts(nameTexts);
  const facts = useTexts(factTexts);
  const [written, setWritten] = useState({ name: '', province: '', group: '' });
  const find = useSend<Sought, Found>((json) => ({
    ...{ method: 'POST', path: '/api/workers/find', json },
  }));
  const wrong = useFieldError(find.error);
  const isAtField = find.error?.issues.some(({ path }) => fields.some((field) => field === path));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { group, ...named } = written;
    find.mutate({ ...named, ...(group.trim() ? { group } : {}) });
  };
  const labels = { name: texts.name, province: facts.province.label, group: facts.group.label };
  const hints = { name: texts.nameHint, province: texts.provinceHint, group: texts.groupHint };
  const third = { colspan: { default: 12, s: 4 } } as const;
  return (
    <ExpandableSection variant="container" headerText={texts.title}>
      <SpaceBetween size="l">
        <form onSubmit={submit} autoComplete="off">
          <SpaceBetween size="s">
            <Grid gridDefinition={[third, third, third]}>
              {fields.map((field) => (
                <FormField
                  key={field}
                  label={labels[field]}
                  description={hints[field]}
                  errorText={wrong(field)}
                >
                  <Input
                    value={written[field]}
                    onChange={({ detail }) => setWritten({ ...written, [field]: detail.value })}
                    autoComplete={false}
                  />
                </FormField>
              ))}
            </Grid>
            <Button formAction="submit" loading={find.isPending}>
              {texts.submit}
            </Button>
          </SpaceBetween>
        </form>
        {find.error && !isAtField && <Failed title={texts.failed} error={find.error} />}
        {find.data && <FoundWorkers {...find.data} none={texts.none} />}
      </SpaceBetween>
    </ExpandableSection>
  );
}
