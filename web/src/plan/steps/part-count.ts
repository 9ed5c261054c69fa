import { smsParts } from '#domain/messages/sms-parts';

type Facts = Readonly<Record<string, string>>;

/** Length with the longest possible facts. Unknown placeholders count as typed. */
export function countAtLongest(
  text: string,
  facts: Facts,
): Readonly<Record<'characters' | 'parts', number>> {
  const longest = text.replace(/\{(\w+)\}/g, (found, name: string) => facts[name] ?? found);
  return { characters: longest.length, parts: smsParts(longest) };
}
