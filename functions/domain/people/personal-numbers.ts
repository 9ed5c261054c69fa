import { parseNik } from '#domain/people/nik';
import { parsePhone } from '#domain/people/phone';
import { isWorkerId } from '#domain/people/worker-id';

/**
 * A reference or a key as the audit log may keep it, for good: some channels use the payer's NIK or
 * phone as a reference.
 */
export const withoutPersonalNumbers = (key: string): string =>
  key
    .split('#')
    .map((part) => (isWorkerId(part) ? part : part.replace(digits, withoutPerson)))
    .join('#');

const digits = /(?<!\d)\d{9,16}(?!\d)/g;

const withoutPerson = (number: string): string =>
  'nik' in parseNik(number) || 'phone' in parsePhone(number) ? '…' : number;
