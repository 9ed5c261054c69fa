import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import { useLanguage } from '../language.tsx';

type DateFieldProps = Readonly<{
  label: string;
  value: string;
  set(value: string): void;
  errorText?: string | undefined;
  of?: 'day' | 'month';
}>;

/** A day (`2026-11-16`) or a month (`2026-11`) to be chosen or typed, shown as it is said. What is still being typed is handed on too. */
export function DateField({ label, value, set, errorText, of = 'day' }: DateFieldProps) {
  const { language } = useLanguage();
  return (
    <FormField label={label} errorText={errorText}>
      <DatePicker
        value={value}
        granularity={of}
        format="long-localized"
        // Without it the field alone is written the American way.
        locale={language === 'en' ? 'en-GB' : 'id-ID'}
        onChange={({ detail }) => set(detail.value)}
        expandToViewport
      />
    </FormField>
  );
}
