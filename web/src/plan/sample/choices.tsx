import { ColumnLayout, FormField, Select } from '@cloudscape-design/components';
import type { Plan } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { textLanguages } from '../steps/step-texts.tsx';
import type { Chosen } from './send-sample.tsx';
import { sendTexts } from './send-texts.ts';

type ChoicesProps = Readonly<{
  plan: Plan;
  phones: Plan['testPhones'];
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}>;

export function Choices({ plan, phones, chosen, choose }: ChoicesProps) {
  const texts = useTexts(sendTexts);
  const { workerLanguage } = useTexts(wordsTexts);
  const describe = useStepDescription();
  const { phone: phoneShown } = useFormats();
  const steps = plan.steps.map((step) => ({ value: step.id, label: describe(step) }));
  const written = plan.steps.find(({ id }) => id === chosen.step)?.texts ?? {};
  const languages = textLanguages
    .filter((each) => written[each])
    .map((value) => ({ value, label: workerLanguage[value] }));
  const listed = phones.map((value) => ({ value, label: phoneShown(value) }));
  const fields = [
    { label: texts.step, field: 'step', options: steps },
    { label: texts.language, field: 'language', options: languages },
    { label: texts.phone, field: 'phone', options: listed },
  ] as const;
  return (
    <ColumnLayout columns={3}>
      {fields.map(({ label, field, options }) => (
        <FormField key={field} label={label}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === chosen[field]) ?? null}
            onChange={({ detail }) => choose({ ...chosen, [field]: detail.selectedOption.value })}
          />
        </FormField>
      ))}
    </ColumnLayout>
  );
}
