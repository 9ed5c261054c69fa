import { useEffect, useState } from 'react';

const prefix = 'ingat.draft.';

export type Draft<T> = Readonly<{
  value: T;
  set(value: T): void;
  /** Whether it differs from what was loaded. */
  isChanged: boolean;
  /** Back to what was loaded; also after saving. */
  discard(): void;
}>;

/**
 * A draft that stays in this tab through a refresh, a lost session or a look at another page.
 * `name` says what is edited (`plan`, `worker.wrk_1`), `loaded` is its saved value.
 */
export function useDraft<T>(name: string, loaded: T): Draft<T> {
  const key = prefix + name;
  const [kept, setKept] = useState<T | undefined>(() => keptUnder<T>(key));
  useEffect(() => setKept(keptUnder<T>(key)), [key]);
  const isChanged = kept !== undefined && JSON.stringify(kept) !== JSON.stringify(loaded);
  return {
    value: kept ?? loaded,
    set: (value) => {
      sessionStorage.setItem(key, JSON.stringify(value));
      setKept(value);
    },
    isChanged,
    discard: () => {
      sessionStorage.removeItem(key);
      setKept(undefined);
    },
  };
}

function keptUnder<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : JSON.parse(text);
}

export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
