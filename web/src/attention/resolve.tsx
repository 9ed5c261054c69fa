import { Button, FormField, Textarea } from '@cloudscape-design/components';
import { useState } from 'react';
import type { AttentionKind } from '#flows/attention/attention-store';
import { useTexts } from '../shared/language.tsx';
import { AskedFirst } from '../shared/page/asked-first.tsx';
import { useFormats } from '../shared/words/format.ts';
import { resolveTexts } from './resolve-texts.ts';
import { useSeenTo } from './seen-to.tsx';

/** Takes one item off the list. `about` names it to screen readers. */
export function Resolve({
  kind,
  id,
  about,
}: Readonly<{ kind: AttentionKind; id: string; about: string }>) {
  const texts = useTexts(resolveTexts);
  const seenTo = useSeenTo(kind);
  const [isPending, setPending] = useState(false);
  const act = () => {
    setPending(true);
    void seenTo([id]).finally(() => setPending(false));
  };
  return (
    <Button
      variant="inline-link"
      wrapText={false}
      loading={isPending}
      ariaLabel={texts.of(about)}
      onClick={act}
    >
      {texts.action}
    </Button>
  );
}

type Many = Readonly<{ kind: AttentionKind; ids: readonly string[]; done: () => void }>;

/** Takes all that are chosen off the list, with a note for the pages of their workers. */
export function ResolveMany({ kind, ids, done }: Many) {
  const texts = useTexts(resolveTexts);
  const { number } = useFormats();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button
        disabled={ids.length === 0}
        disabledReason={texts.none}
        onClick={() => setAsked(true)}
      >
        {ids.length === 0 ? texts.noneChosen : texts.many(number(ids.length))}
      </Button>
      {isAsked && <ManyDialog {...{ kind, ids, done }} close={() => setAsked(false)} />}
    </>
  );
}

function ManyDialog({ kind, ids, done, close }: Many & Readonly<{ close: () => void }>) {
  const texts = useTexts(resolveTexts);
  const { number } = useFormats();
  const seenTo = useSeenTo(kind);
  const [note, setNote] = useState('');
  const [isPending, setPending] = useState(false);
  const isWrong = note.length > 200 || /\d{9}|\d{3,4}[ .-]\d{3,4}[ .-]\d{3}/.test(note);
  const act = () => {
    setPending(true);
    void seenTo(ids, note.trim()).finally(() => {
      close();
      done();
    });
  };
  return (
    <AskedFirst
      title={texts.title(number(ids.length))}
      close={close}
      isPending={isPending}
      buttons={
        <Button variant="primary" loading={isPending} disabled={isWrong} onClick={act}>
          {texts.action}
        </Button>
      }
    >
      {texts.means}
      {kind !== 'missed' && (
        <FormField
          label={texts.note}
          constraintText={texts.noteMeans}
          errorText={isWrong && texts.noteWrong}
          stretch
        >
          <Textarea value={note} rows={2} onChange={({ detail }) => setNote(detail.value)} />
        </FormField>
      )}
    </AskedFirst>
  );
}
