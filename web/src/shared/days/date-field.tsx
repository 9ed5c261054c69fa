import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import { useFormats } from '../format.ts';

type DateFieldProps = Readonly<{
  label: string;
  value: string;
  set(value: string): void;
  errorText?: string | undefined;
  of?: 'day' | 'month';
}>;

/** A day (`2026-11-16`) or a month (`2026-11`) to be chosen or typed, shown as it is said. What is still being typed is handed on too. */
export const DateField = ({ errorText, ...field }: DateFieldProps) => (
  <FormField label={field.label} errorText={errorText}>
    <DayPicker {...field} isLabelled />
  </FormField>
);

type DayPickerProps = Omit<DateFieldProps, 'errorText'> & Readonly<{ isLabelled?: boolean }>;

/** The same where there is no room for a label; `isLabelled`: one stands beside it. */
export function DayPicker({ label, value, set, of = 'day', isLabelled = false }: DayPickerProps) {
  const { locale } = useFormats();
  return (
    <DatePicker
      value={value}
      granularity={of}
      {...(isLabelled ? {} : { ariaLabel: label, openCalendarAriaLabel: () => label })}
      format="long-localized"
      // Without it the field alone is written the American way.
      locale={locale}
      onChange={({ detail }) => set(detail.value)}
      expandToViewport
    />
  );
}
