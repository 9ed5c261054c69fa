import { readSetAside, type SetAsideLine } from '#domain/imports/set-aside';

/** Some 40,000 lines. Nobody reads on: the whole list is there to be downloaded. */
const mostCharacters = 4_000_000;

export type RefusedList = Readonly<{ lines: readonly SetAsideLine[]; isWhole: boolean }>;

/** A list of what was refused, or the beginning of it. */
export async function readList(body: ReadableStream<Uint8Array>): Promise<RefusedList> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { lines: readSetAside(text), isWhole: true };
    text += decoder.decode(value, { stream: true });
    if (text.length < mostCharacters) continue;
    await reader.cancel();
    return { lines: readSetAside(text), isWhole: false };
  }
}
