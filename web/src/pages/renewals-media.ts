import { useSyncExternalStore } from 'react';

/** Seven tabs beside the navigation need more than a tablet has. */
export const tooNarrowForTabs = matchMedia('(max-width: 1100px)');

/** Neither has it room for nine columns; a phone shows cards. */
export const tooNarrowForNine = matchMedia('(min-width: 689px) and (max-width: 1300px)');

/** Whether the screen is so, also after it was turned. */
export const useIs = (media: MediaQueryList): boolean =>
  useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => media.matches,
  );
