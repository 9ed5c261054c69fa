import { Container, FormField } from '@cloudscape-design/components';
import type { Editing } from '../plan/editing/edited-plan.tsx';
import { faultBelow } from '../plan/editing/faults.tsx';
import { TokenList } from '../plan/tokens.tsx';
import { useTexts } from '../shared/language.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useFormats } from '../shared/words/format.ts';
import { samplesTexts } from './samples-texts.ts';
import { Heading } from './settings-heading.tsx';

/** Phones of the office to which samples go. */
export function SampleSettings({
  editing: { plan, edit, faults },
}: Readonly<{ editing: Editing }>) {
  const texts = useTexts(samplesTexts);
  const { phone } = useFormats();
  return (
    <Container header={<Heading title={texts.title} means={texts.means} />}>
      <FormField
        description={<PageLink page="plan">{texts.toPlan}</PageLink>}
        errorText={faultBelow(faults, 'testPhones')}
        stretch
      >
        <TokenList
          items={plan.testPhones}
          shown={phone}
          texts={texts}
          set={(testPhones) => edit((before) => ({ ...before, testPhones: [...testPhones] }))}
        />
      </FormField>
    </Container>
  );
}
