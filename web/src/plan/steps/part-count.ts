import { smsParts } from '#domain/messages/sms-parts';

type Facts = Readonly<Record<string, string>>;

/** How long a text is with the longest facts there can be. A placeholder that nobody fills stands as it is: it may be half typed. */
export function countAtLongest(
  text: string,
  facts: Facts,
): Readonly<Record<'characters' | 'parts', number>> {
  const longest = text.replace(/\{(\w+)\}/g, (found, name: string) => facts[name] ?? found);
  return { characters: longest.length, parts: smsParts(longest) };
}
