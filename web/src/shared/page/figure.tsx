import { Box } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { PageId } from '../addresses.ts';
import { Note } from './note.tsx';
import { PageLink } from './page-link.tsx';

type FigureProps = Readonly<{
  value: string;
  note?: ReactNode;
  page?: PageId;
  values?: Readonly<Record<string, string>>;
}>;

/** A large number, what it counts, and where there is more about it. */
export function Figure({ value, note, page, values = {} }: FigureProps) {
  const number = (
    <Box fontSize="heading-xl" fontWeight="bold" color="inherit">
      <span className="unbroken">{value}</span>
    </Box>
  );
  return (
    <>
      {page ? (
        <PageLink page={page} values={values}>
          {number}
        </PageLink>
      ) : (
        number
      )}
      {note && <Note>{note}</Note>}
    </>
  );
}
