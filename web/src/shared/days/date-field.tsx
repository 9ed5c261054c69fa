import { DatePicker, FormField, Input } from '@cloudscape-design/components';
import { useId, useState } from 'react';
import { useTexts } from '../language.tsx';
import { useFormats } from '../words/format.ts';
import { dateIn } from './date-in.ts';
import './date-field.css';
import { dateFieldTexts } from './texts.ts';

type DateFieldProps = Readonly<{
  label: string;
  value: string;
  set(value: string): void;
  errorText?: string | undefined;
  of?: 'day' | 'month';
  /** The label is for screen readers only. */
  isUnlabelled?: boolean;
  placeholder?: string;
  /** What the button says that opens the calendar. */
  toCalendar?: string;
  isAllowed?: (date: string) => boolean;
}>;

/**
 * A day (`2026-11-16`) or month (`2026-11`), chosen or typed; also hands on what is half typed. The
 * library's own field takes `01/11/2026` for 20 November 2001: only its calendar is used.
 */
export function DateField({ label, value, set, of = 'day', ...more }: DateFieldProps) {
  const texts = useTexts(dateFieldTexts);
  const formats = useFormats();
  const [typed, setTyped] = useState({ text: '', handed: '' });
  const [isWriting, setIsWriting] = useState(false);
  const whole = dateIn(value, of) ?? '';
  const shown = of === 'day' ? formats.date(value) : formats.month(value);
  const allowed = whole !== '' && (more.isAllowed?.(whole) ?? true);
  const isWrong = value !== '' && !isWriting && !allowed;
  const write = (text: string): void => {
    const handed = dateIn(text, of) ?? text.trim();
    setTyped({ text, handed });
    setIsWriting(true);
    set(handed);
  };
  const leave = (): void => setIsWriting(false);
  const wrong = whole ? texts.notAllowed : texts.unread[of];
  const toCalendar = more.toCalendar ?? (more.isUnlabelled ? label : undefined);
  return (
    <FormField
      {...(more.isUnlabelled ? {} : { label })}
      errorText={more.errorText ?? (isWrong ? wrong : undefined)}
    >
      <div className="date-field">
        <div className="typed">
          <Input
            value={isWriting && typed.handed === value ? typed.text : whole ? shown : value}
            {...(more.isUnlabelled ? { ariaLabel: label } : {})}
            placeholder={more.placeholder ?? texts.placeholder[of]}
            autoComplete={false}
            onChange={({ detail }) => write(detail.value)}
            onKeyDown={({ detail }) => detail.key === 'Enter' && leave()}
            onBlur={leave}
          />
        </div>
        <div className="chosen">
          <DatePicker
            value={whole}
            granularity={of}
            controlId={useId()}
            ariaLabelledby=""
            ariaLabel={texts.calendar}
            locale={formats.locale}
            {...(toCalendar ? { openCalendarAriaLabel: () => toCalendar } : {})}
            isDateEnabled={(date) => more.isAllowed?.(dayOf(date)) ?? true}
            onChange={({ detail }) => set(detail.value)}
            expandToViewport
          />
        </div>
      </div>
    </FormField>
  );
}

/** The calendar gives days as midnights in the browser's zone. */
const dayOf = (date: Date): string => new Intl.DateTimeFormat('sv-SE').format(date);
