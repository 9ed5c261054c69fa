/** Not on `onlyTo`, so without a row. `version`: of the first such list · `workers`: at most. */
export type Withheld = Readonly<{ version: number; workers: number }>;

/** `again` are not counted: whoever is read again may have been counted before. */
export function addWithheld(
  before: Withheld | undefined,
  {
    ids,
    again,
    version,
  }: Readonly<{ ids: readonly string[]; again: readonly string[]; version: number }>,
): Withheld | undefined {
  if (ids.length === 0) return before;
  const more = ids.filter((id) => !again.includes(id)).length;
  return { version: before?.version ?? version, workers: (before?.workers ?? 0) + more };
}
