/** A file of the API, or a part of it: `next` is where a file goes on that was cut. */
export type Part = Readonly<{ name: string; text: string; next: string | null }>;

/** The name in the answer; `link` is relative to the address that was asked. */
export async function partIn(answer: Response): Promise<Part> {
  const { headers, url } = answer;
  const next = /^<([^>]*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
  const to = next === undefined ? null : new URL(next, url);
  return {
    name: /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'ingat.csv',
    text: await answer.text(),
    next: to && `${to.pathname}${to.search}`,
  };
}

/** One file: without the line that says that the first was cut, and the headings of the second. */
export const joined = (first: Part, second: Part): Part => ({
  ...second,
  text: `${upToLastLine(first.text)}${afterFirstLine(second.text)}`,
});

const upToLastLine = (text: string): string =>
  text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);

const afterFirstLine = (text: string): string => text.slice(text.indexOf('\n') + 1);

/** Reading takes the byte order mark off, without which Excel misreads UTF-8. */
export const blobOf = ({ text }: Part): Blob => new Blob(['\uFEFF', text], { type: 'text/csv' });
