import { SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { DownloadCsv, SaveCsv } from '../../shared/csv/save-csv.tsx';
import type { SavedCsv } from '../../shared/csv/saved-csv.ts';
import { useTexts } from '../../shared/language.tsx';
import { type Column, Listing } from '../../shared/loading/listing.tsx';
import type { Term } from '../definitions/definitions.ts';
import { renewalsTexts } from '../texts.ts';
import { Drawn } from './drawn.tsx';

type FiguresProps<T> = Readonly<{
  title: string;
  description: string;
  terms: readonly Term[];
  /** The chart; `null` where there is nothing to draw. */
  children: ReactNode;
  columns: readonly Column<T>[];
  items: readonly T[];
  idOf: (item: T) => string;
  /** The API's address of the table as a file, or the file. */
  csv: string | SavedCsv;
}>;

/** A chart, and below it the table of the same figures with its file. */
export function Figures<T>({
  title,
  description,
  terms,
  children,
  csv,
  ...table
}: FiguresProps<T>) {
  const texts = useTexts(renewalsTexts);
  const said = { text: texts.csv, about: title };
  return (
    <SpaceBetween size="l">
      {children && (
        <Drawn title={title} description={description} terms={terms}>
          {children}
        </Drawn>
      )}
      <Listing
        {...table}
        title={texts.table}
        actions={
          typeof csv === 'string' ? (
            <DownloadCsv path={csv} {...said} />
          ) : (
            <SaveCsv {...csv} {...said} />
          )
        }
      />
    </SpaceBetween>
  );
}
