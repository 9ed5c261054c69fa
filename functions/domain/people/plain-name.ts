/**
 * A name as it is looked for: small letters and digits alone, words one space apart. `Nur’Aini`
 * and `NURAINI` are the same, `M.Yusuf` is `m yusuf`. Never over sixty letters: a sign like ﷺ
 * becomes eighteen, and DynamoDB refuses a key of over 1 KB.
 */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʼ`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)
    .trim();

/** Whether a name begins so, in any spelling. `plain`: as from `plainName`. */
export const beginsWith = (name: string, plain: string): boolean =>
  plainName(name).startsWith(plain);
