import { useFormats } from '../../shared/format.ts';

/** A trial phone as it is said; what was typed is put into one form when it is saved, and is shown as it is until then. */
export function usePhoneShown(): (phone: string) => string {
  const { phone } = useFormats();
  return (each) => (each.startsWith('+62') ? phone(each) : each);
}
