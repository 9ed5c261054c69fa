import { parseNik } from '#domain/people/nik';
import { parsePhone } from '#domain/people/phone';
import { isWorkerId } from '#domain/people/worker-id';

/** Some channels use the payer's name, NIK or phone; a code has a digit and no space. */
export const keptReference = (reference: string): string =>
  /\d/.test(reference) && !/\s/.test(reference)
    ? reference.replace(/(?<!\d)\d{9,16}(?!\d)/g, withoutPerson)
    : '(no code)';

/** What needed a person: `<time>#<channel>#<reference>`, `<time>#<worker>#<month>#<step>`. */
export function keptItem(id: string): string {
  const [time = '', of = '', ...reference] = id.split('#');
  return isWorkerId(of) ? id : [time, of, keptReference(reference.join('#'))].join('#');
}

const withoutPerson = (number: string): string =>
  'nik' in parseNik(number) || 'phone' in parsePhone(number) ? '…' : number;
