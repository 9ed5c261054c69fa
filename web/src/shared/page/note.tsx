import { Box, type BoxProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';

/** Secondary text: below a value, a list or a chart. */
export const Note = (props: BoxProps) => <Box {...props} color="text-body-secondary" />;

/** A value with a note below it, if there is one. */
export const Noted = ({ children, note }: Readonly<{ children: ReactNode; note?: ReactNode }>) => (
  <>
    {children}
    {note && <Note>{note}</Note>}
  </>
);
