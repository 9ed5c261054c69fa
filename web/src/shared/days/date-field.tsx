import { DatePicker, FormField } from '@cloudscape-design/components';
import { useFormats } from '../words/format.ts';

type DateFieldProps = Readonly<{
  label: string;
  value: string;
  set(value: string): void;
  errorText?: string | undefined;
  of?: 'day' | 'month';
}>;

/** A day (`2026-11-16`) or month (`2026-11`), chosen or typed; also hands on what is half typed. */
export const DateField = ({ errorText, ...field }: DateFieldProps) => (
  <FormField label={field.label} errorText={errorText}>
    <DayPicker {...field} isLabelled />
  </FormField>
);

type DayPickerProps = Omit<DateFieldProps, 'errorText'> & Readonly<{ isLabelled?: boolean }>;

/** Without a label of its own; `isLabelled`: one stands beside it. */
export function DayPicker({ label, value, set, of = 'day', isLabelled = false }: DayPickerProps) {
  const { locale } = useFormats();
  return (
    <DatePicker
      value={value}
      granularity={of}
      {...(isLabelled ? {} : { ariaLabel: label, openCalendarAriaLabel: () => label })}
      format="long-localized"
      // Otherwise the field uses the American order.
      locale={locale}
      onChange={({ detail }) => set(detail.value)}
      expandToViewport
    />
  );
}
