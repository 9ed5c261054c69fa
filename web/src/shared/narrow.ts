import { useSyncExternalStore } from 'react';

/** How much room there is. On a phone the component library itself changes over to another layout. */
const widths = {
  phone: matchMedia('(max-width: 688px)'),
  /** Seven tabs beside the navigation need more than a tablet has. */
  tooNarrowForTabs: matchMedia('(max-width: 1100px)'),
  /** Neither has it room for nine columns; a phone shows cards. */
  tooNarrowForNine: matchMedia('(min-width: 689px) and (max-width: 1300px)'),
} as const;

/** Whether the screen is so wide, also after it was turned. */
export const useIs = (width: keyof typeof widths): boolean =>
  useSyncExternalStore(
    (changed) => {
      widths[width].addEventListener('change', changed);
      return () => widths[width].removeEventListener('change', changed);
    },
    () => widths[width].matches,
  );

export const useIsNarrow = (): boolean => useIs('phone');
