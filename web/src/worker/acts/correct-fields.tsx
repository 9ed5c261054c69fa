import {
  Checkbox,
  FormField,
  Input,
  type InputProps,
  Select,
  SpaceBetween,
} from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { SettingsView } from '#flows/plan/show-settings';
import { useTexts } from '../../shared/language.tsx';
import { useFieldError } from '../../shared/problems/field-error.ts';
import { useRead } from '../../shared/reading.ts';
import { factTexts } from '../../shared/words/fact-texts.ts';
import { useFormats } from '../../shared/words/format.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { correctTexts } from './correct-texts.ts';
import { type Corrected, rupiahOf, type Typed, type Written } from './corrected.ts';

type FieldsProps = Readonly<{
  value: Written;
  stored: Written;
  set(changed: Corrected): void;
  error: Parameters<typeof useFieldError>[0];
}>;

export function Fields(of: FieldsProps) {
  const texts = useTexts(correctTexts);
  const words = useTexts(wordsTexts);
  const { rupiah } = useFormats();
  const income = of.value.income === of.stored.income ? null : rupiahOf(of.value.income);
  const incomeHint = income === null ? texts.incomeHint : rupiah(income);
  const { data } = useRead<SettingsView>('/api/settings');
  const provinces = (data?.provinces ?? [of.value.province]).map((name) => [name, name] as const);
  const fields: Record<keyof Written, ReactNode> = {
    name: <TypedField fact="name" {...of} />,
    phone: <TypedField fact="phone" hint={texts.emptyHint} inputMode="tel" {...of} />,
    province: <ChoiceField fact="province" options={provinces} filteringType="auto" {...of} />,
    language: (
      <ChoiceField fact="language" options={Object.entries(words.workerLanguage)} {...of} />
    ),
    sector: <ChoiceField fact="sector" options={Object.entries(words.sector)} {...of} />,
    income: <TypedField fact="income" hint={incomeHint} inputMode="numeric" {...of} />,
    jht: <TickedField fact="jht" {...of} />,
    governmentPaid: <TickedField fact="governmentPaid" {...of} />,
    group: <TypedField fact="group" hint={texts.emptyHint} {...of} />,
  };
  return (
    <SpaceBetween size="s">
      {Object.entries(fields).map(([fact, field]) => (
        <div key={fact}>{field}</div>
      ))}
    </SpaceBetween>
  );
}

type Of<Fact extends keyof Written> = FieldsProps & Readonly<{ fact: Fact; hint?: string }>;

type LabelledProps = Of<keyof Written> &
  Readonly<{ said?: string | undefined; children: ReactNode }>;

/** A changed field says what it was as last read: others may have changed it since the typing. */
function Labelled({ fact, hint, value, stored, said, error, children }: LabelledProps) {
  const texts = useTexts(correctTexts);
  const isChanged = value[fact] !== stored[fact];
  return (
    <FormField
      label={useTexts(factTexts)[fact].label}
      description={isChanged && texts.was(said ?? `${stored[fact]}`)}
      constraintText={hint}
      errorText={useFieldError(error)(fact)}
    >
      {children}
    </FormField>
  );
}

const TypedField = (of: Of<Typed> & Pick<InputProps, 'inputMode'>) => (
  <Labelled {...of}>
    <Input
      value={of.value[of.fact]}
      onChange={({ detail }) => of.set({ [of.fact]: detail.value })}
      {...(of.inputMode ? { inputMode: of.inputMode } : {})}
      autoComplete={false}
    />
  </Labelled>
);

type ChoiceProps = Of<'province' | 'language' | 'sector'> &
  Readonly<{
    options: readonly (readonly [value: string, label: string])[];
    filteringType?: 'auto';
  }>;

function ChoiceField({ options, filteringType, ...of }: ChoiceProps) {
  const value = of.value[of.fact];
  const shown = options.map(([each, label]) => ({ value: each, label }));
  const said = shown.find((option) => option.value === of.stored[of.fact])?.label;
  return (
    <Labelled {...of} said={said}>
      <Select
        options={shown}
        selectedOption={shown.find((option) => option.value === value) ?? { value }}
        onChange={({ detail }) => of.set({ [of.fact]: detail.selectedOption.value ?? value })}
        filteringType={filteringType ?? 'none'}
        expandToViewport
      />
    </Labelled>
  );
}

const TickedField = ({ fact, value, set }: Of<'jht' | 'governmentPaid'>) => (
  <Checkbox checked={value[fact]} onChange={({ detail }) => set({ [fact]: detail.checked })}>
    {useTexts(factTexts)[fact].label}
  </Checkbox>
);
