import { cleanText } from '#domain/clean-text';

/** By name, or by e-mail address where nobody gave them one; null without both. */
export const staffName = ({ name, email }: Attributes): string | null =>
  shown(name) || shown(email) || null;

/** As an identity provider keeps them, or as a token claims them. */
type Attributes = Readonly<Record<string, unknown>>;

/** Plans and the audit log keep it for good. */
const mostCharacters = 100;

const shown = (text: unknown): string =>
  typeof text === 'string' ? [...cleanText(text)].slice(0, mostCharacters).join('').trim() : '';
