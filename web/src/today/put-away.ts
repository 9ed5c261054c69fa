import { useState } from 'react';

const kept = 'ingat.put-away';

const remembered = (): readonly string[] => {
  try {
    const keys: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]');
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
};

/** What somebody has read and put away, in this browser. */
export function usePutAway() {
  const [away, setAway] = useState(remembered);
  const putAway = (key: string): void => {
    const keys = [...remembered(), key];
    localStorage.setItem(kept, JSON.stringify(keys));
    setAway(keys);
  };
  return { isAway: (key: string) => away.includes(key), putAway };
}
