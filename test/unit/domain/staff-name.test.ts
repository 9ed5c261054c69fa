import { expect, it } from 'vitest';
import { staffName } from '#domain/staff-name';

const email = 'ratna@ingat.example';

it.each([
  ['their name', { name: 'Ratna Wulandari', email }, 'Ratna Wulandari'],
  ['their e-mail address without a name', { email }, email],
  ['their e-mail address where the name is blank', { name: ' \u200b', email }, email],
  ['nothing where a token claims neither', { sub: 'x', username: 'x' }, null],
  ['nothing that is no text', { name: ['Ratna'], email: 7 }, null],
])('somebody of the staff is called by %s', (_, attributes, name) => {
  expect(staffName(attributes)).toBe(name);
});

it('a name is one line that reads as it is written, of at most 100 characters', () => {
  expect(staffName({ name: 'Ratna\n\u202eWulan\u0000dari ' })).toBe('Ratna Wulandari');
  expect(staffName({ name: '\u{1F600}'.repeat(101) })).toBe('\u{1F600}'.repeat(100));
  expect(staffName({ name: `${'a'.repeat(99)} b` })).toBe('a'.repeat(99));
});
