import { useSyncExternalStore } from 'react';

/** Breakpoints. The component library itself switches to another layout on a phone. */
const widths = {
  phone: matchMedia('(max-width: 688px)'),
  /** A table beside the navigation needs more than a tablet held upright has. */
  tooNarrowForNavigation: matchMedia('(max-width: 1023px)'),
  /** Eight tabs beside the navigation need more than a tablet has. */
  tooNarrowForTabs: matchMedia('(max-width: 1260px)'),
  /** Many columns need more than a tablet has, too; a phone shows cards. */
  tooNarrowForColumns: matchMedia('(min-width: 689px) and (max-width: 1300px)'),
} as const;

/** Whether the screen is that wide, also after it was turned. */
export const useIs = (width: keyof typeof widths): boolean =>
  useSyncExternalStore(
    (changed) => {
      widths[width].addEventListener('change', changed);
      return () => widths[width].removeEventListener('change', changed);
    },
    () => widths[width].matches,
  );

export const useIsNarrow = (): boolean => useIs('phone');
