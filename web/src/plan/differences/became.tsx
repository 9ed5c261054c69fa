import type { ReactNode } from 'react';
import { useTexts } from '../../shared/language.tsx';
import { differencesTexts } from './differences-texts.ts';
import type { PlanField } from './facets.ts';
import { wordChanges } from './word-changes.ts';

type BecameProps = Readonly<{ field: PlanField; before: string | null; after: string | null }>;

export function Became({ field, before, after }: BecameProps) {
  const texts = useTexts(differencesTexts).differences;
  if (before === null) return <Marked kind="come">{after ?? texts.added}</Marked>;
  if (after === null) return <Marked kind="gone">{before}</Marked>;
  if (field.endsWith('exts'))
    return wordChanges(before, after).map(({ kind, text, at }) => (
      <Marked key={at} kind={kind}>
        {text}
      </Marked>
    ));
  return (
    <>
      <Marked kind="gone">{before}</Marked> → <Marked kind="come">{after}</Marked>
    </>
  );
}

/** Also for screen readers, which announce neither `del` nor `ins`. */
function Marked({
  kind,
  children,
}: Readonly<{ kind: 'same' | 'gone' | 'come'; children: ReactNode }>) {
  const texts = useTexts(differencesTexts).differences;
  if (kind === 'same') return <span>{children}</span>;
  const Mark = kind === 'gone' ? 'del' : 'ins';
  return (
    <Mark>
      <span className="unseen">{texts[kind]} </span>
      {children}
    </Mark>
  );
}
