import { FormField, Select } from '@cloudscape-design/components';
import { addMonths } from '#domain/calendar/dates';
import { useToday } from '../../shared/me.tsx';
import { useFormats } from '../../shared/words/format.ts';

type MonthChoiceProps = Readonly<{ label: string; month: string; choose: (month: string) => void }>;

/** The last three years and the next: workers who paid ahead owe a month still to come. */
export function MonthChoice({ label, month, choose }: MonthChoiceProps) {
  const formats = useFormats();
  const thisMonth = useToday().slice(0, 7);
  const listed = Array.from({ length: 36 + 12 }, (_, index) => addMonths(thisMonth, 12 - index));
  const options = [...(listed.includes(month) ? [] : [month]), ...listed].map((value) => ({
    value,
    label: formats.month(value),
  }));
  return (
    <FormField label={label} stretch>
      <Select
        selectedOption={{ value: month, label: formats.month(month) }}
        options={options}
        filteringType="auto"
        onChange={({ detail }) =>
          detail.selectedOption.value && choose(detail.selectedOption.value)
        }
      />
    </FormField>
  );
}
