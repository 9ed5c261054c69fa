import { Box } from '@cloudscape-design/components';
import type { ReactNode } from 'react';

/** Alone on the screen, before there is a frame. */
export const Centered = ({ children }: Readonly<{ children: ReactNode }>) => (
  <main className="centered">
    <Box padding="l">{children}</Box>
  </main>
);
