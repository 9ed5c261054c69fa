/** A stretch of text: in both, only before (`gone`) or only after (`come`). `at` counts from 0. */
type ChangeBatch = Readonly<{ kind: 'same' | 'gone' | 'come'; text: string; at: number }>;

type Word = Omit<ChangeBatch, 'at'>;

/** Word by word, by the longest common subsequence: quadratic, but texts have a few dozen words. */
export function wordChanges(before: string, after: string): readonly ChangeBatch[] {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  const common = commonLengths(old, young);
  const words: Word[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < young.length) {
    const [gone, come] = [old[left], young[right]];
    if (gone !== undefined && gone === come) {
      words.push({ kind: 'same', text: gone });
      left++;
      right++;
    } else if (
      gone !== undefined &&
      (come === undefined || lengthAt(common, left + 1, right) >= lengthAt(common, left, right + 1))
    ) {
      words.push({ kind: 'gone', text: gone });
      left++;
    } else {
      words.push({ kind: 'come', text: come ?? '' });
      right++;
    }
  }
  return joined(words);
}

/** Each word with the spaces after it. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];

/** At [left][right]: the length of the longest common subsequence from there on. */
function commonLengths(
  old: readonly string[],
  young: readonly string[],
): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(young.length + 1).fill(0),
  );
  for (let left = old.length - 1; left >= 0; left--)
    for (let right = young.length - 1; right >= 0; right--) {
      const row = lengths[left];
      if (!row) continue;
      const longest = Math.max(
        lengthAt(lengths, left + 1, right),
        lengthAt(lengths, left, right + 1),
      );
      row[right] =
        old[left] === young[right] ? lengthAt(lengths, left + 1, right + 1) + 1 : longest;
    }
  return lengths;
}

const lengthAt = (lengths: readonly (readonly number[])[], left: number, right: number): number =>
  lengths[left]?.[right] ?? 0;

function joined(words: readonly Word[]): readonly ChangeBatch[] {
  const stretches: ChangeBatch[] = [];
  for (const { kind, text } of words) {
    const last = stretches.at(-1);
    if (last?.kind === kind) stretches[last.at] = { ...last, text: last.text + text };
    else stretches.push({ kind, text, at: stretches.length });
  }
  return stretches;
}
