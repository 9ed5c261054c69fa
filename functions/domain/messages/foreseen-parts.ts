import { templateFor } from '#domain/messages/message';
import { smsParts } from '#domain/messages/sms-parts';
import { atItsLongest } from '#domain/messages/text-check';

type Read = Omit<Parameters<typeof templateFor>[0], 'reader'> &
  Readonly<{ reader: Omit<Parameters<typeof templateFor>[0]['reader'], 'governmentPaid'> }>;

/** An upper bound, which the preview counts with: the text at its longest. */
export function foreseenParts({ reader, ...of }: Read, lapseMonths: number): number {
  const template = templateFor({ ...of, reader: { ...reader, governmentPaid: false } });
  return smsParts(atItsLongest(template, reader.language, lapseMonths));
}
