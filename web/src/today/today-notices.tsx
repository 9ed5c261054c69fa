import { Button, SpaceBetween } from '@cloudscape-design/components';
import type { Expiring } from '#domain/calendar/expiring';
import type { RunsAnswer } from '#flows/sending/show-runs';
import { useTexts } from '../shared/language.tsx';
import { useToday } from '../shared/me.tsx';
import { Note } from '../shared/page/note.tsx';
import { useRead } from '../shared/reading.ts';
import { Status } from '../shared/status.tsx';
import { useFormats } from '../shared/words/format.ts';
import { expiringTexts } from './expiring-texts.ts';
import { usePutAway } from './put-away.ts';

/** Tables of the law that run out: nobody can act on them today, so each can be put away. */
export function NoticesToday() {
  const { data } = useRead<RunsAnswer>('/api/runs');
  const today = useToday();
  const { isAway, putAway } = usePutAway();
  // What has run out meanwhile is told once more.
  const keyOf = ({ what, of, lastDay }: Expiring) =>
    [what, of, lastDay, ...(lastDay < today ? ['over'] : [])].join(' ');
  const shown = (data?.expiring ?? []).filter((table) => !isAway(keyOf(table)));
  if (shown.length === 0) return null;
  return (
    <SpaceBetween size="xs">
      {shown.map((table) => (
        <Notice key={keyOf(table)} table={table} putAway={() => putAway(keyOf(table))} />
      ))}
    </SpaceBetween>
  );
}

type NoticeProps = Readonly<{ table: Expiring; putAway: () => void }>;

function Notice({ table: { what, of, lastDay }, putAway }: NoticeProps) {
  const texts = useTexts(expiringTexts);
  const { date } = useFormats();
  const said = what === 'discount' ? texts.discount(of) : texts.holidays(of);
  const head = lastDay < useToday() ? said.over(date(lastDay)) : said.until(date(lastDay));
  return (
    <Note fontSize="body-s">
      <Status type="info">{head}</Status>
      <div>
        {said.text}{' '}
        <Button variant="inline-link" ariaLabel={`${texts.putAway}: ${head}`} onClick={putAway}>
          {texts.putAway}
        </Button>
      </div>
    </Note>
  );
}
