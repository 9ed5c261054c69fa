import { useSyncExternalStore } from 'react';

/** Where the component library itself changes over to phones. */
const narrow = matchMedia('(max-width: 688px)');

const isNarrow = (): boolean => narrow.matches;

/** Whether this is the width of a phone, also after it was turned. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore((changed) => {
    narrow.addEventListener('change', changed);
    return () => narrow.removeEventListener('change', changed);
  }, isNarrow);
