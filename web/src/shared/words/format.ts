import { useLanguage } from '../language.tsx';
import { type Formats, formats } from './formats.ts';

export type { Formats };

export const useFormats = (): Formats => formats[useLanguage().language];
