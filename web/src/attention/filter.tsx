import {
  Button,
  FormField,
  Grid,
  Input,
  Select,
  type SelectProps,
  SpaceBetween,
} from '@cloudscape-design/components';
import { useEffect, useState } from 'react';
import { useTexts } from '../shared/language.tsx';
import { useFormats } from '../shared/words/format.ts';
import type { Askable, Asked, Totals } from './asked.ts';
import { filterTexts } from './filter-texts.ts';

type FilterProps = Readonly<{
  asked: Asked;
  totals: Totals | undefined;
  /** What can be asked of this kind. */
  names: readonly Askable[];
  reasonName: (reason: string) => string;
}>;

/** Province, group and reason are chosen among those that there are, each with how many. */
export function AttentionFilter({ asked, totals, names, reasonName }: FilterProps) {
  const texts = useTexts(filterTexts);
  const shown = names.filter((name) => name !== 'group' || hasGroups(asked, totals));
  const part = { default: 12, xxs: 6, m: 3 } as const;
  return (
    <SpaceBetween size="s">
      <Grid gridDefinition={shown.map(() => ({ colspan: part }))}>
        {shown.map((name) =>
          name === 'amountFrom' ? (
            <AmountFrom key={name} asked={asked} />
          ) : (
            <Choice key={name} {...{ name, asked, totals, reasonName }} />
          ),
        )}
      </Grid>
      {asked.isAsked && (
        <Button variant="inline-link" formAction="none" onClick={asked.clear}>
          {texts.clear}
        </Button>
      )}
    </SpaceBetween>
  );
}

const hasGroups = ({ values }: Asked, totals: Totals | undefined): boolean =>
  values.group !== '' || (totals?.choices.group.length ?? 0) > 0;

type ChoiceProps = Omit<FilterProps, 'names'> & Readonly<{ name: Exclude<Askable, 'amountFrom'> }>;

function Choice({ name, asked, totals, reasonName }: ChoiceProps) {
  const texts = useTexts(filterTexts);
  const { number } = useFormats();
  const value = asked.values[name];
  const nameOf = (each: string): string => (name === 'reason' ? reasonName(each) : each);
  const all = { value: '', label: texts.all[name] };
  const options: readonly SelectProps.Option[] =
    name === 'order'
      ? [all, { value: 'oldest', label: texts.oldest }]
      : [
          all,
          ...(totals?.choices[name] ?? []).map((each) => ({
            value: each.value,
            label: nameOf(each.value),
            labelTag: number(each.items),
          })),
        ];
  return (
    <FormField label={texts.labels[name]} stretch>
      <Select
        options={options}
        selectedOption={
          options.find((each) => each.value === value) ?? { value, label: nameOf(value) }
        }
        filteringType={options.length > 8 ? 'auto' : 'none'}
        onChange={({ detail }) => asked.set(name, detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

/** Asked for when the field is left: half of a number would be another one. */
function AmountFrom({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(filterTexts);
  const { number } = useFormats();
  const { amountFrom } = asked.values;
  const [written, setWritten] = useState(amountFrom);
  useEffect(() => setWritten(amountFrom), [amountFrom]);
  const isWrong = !/^\d{0,12}$/.test(written);
  const take = () => isWrong || written === amountFrom || asked.set('amountFrom', written);
  return (
    <FormField label={texts.labels.amountFrom} errorText={isWrong && texts.amountWrong} stretch>
      <Input
        value={isWrong || written === '' ? written : number(Number(written))}
        inputMode="numeric"
        onChange={({ detail }) => setWritten(detail.value.replace(/^Rp|[\s.,]/g, ''))}
        onBlur={take}
        onKeyDown={({ detail }) => detail.key === 'Enter' && take()}
      />
    </FormField>
  );
}
