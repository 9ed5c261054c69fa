import { Container, CopyToClipboard, Header, KeyValuePairs } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import type { WorkerFacts } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import type { Sharing } from '#flows/people/shared-phone';
import { useTexts } from '../../shared/language.tsx';
import { Noted } from '../../shared/page/note.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { factTexts } from '../../shared/words/fact-texts.ts';
import { useFormats } from '../../shared/words/format.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { endTexts } from '../acts/end-texts.ts';
import { aboutTexts } from './texts.ts';

type Of = Readonly<{ worker: WorkerView; sharing: Sharing }>;

/** Facts shown elsewhere: in the title, and beside what is owed. */
type FactsElsewhere = 'name' | 'coveredThrough';

export function AboutWorker({ worker, sharing }: Of) {
  const facts = useTexts(aboutTexts);
  const { endReasons } = useTexts(endTexts);
  const words = useTexts(wordsTexts);
  const labels = useTexts(factTexts);
  const { rupiah, date, month, phone } = useFormats();
  const { ended } = worker;
  const yesOrNo = (answer: boolean) => (answer ? facts.yes : facts.no);
  const said: Record<Exclude<keyof WorkerFacts, FactsElsewhere> | 'nik', ReactNode> = {
    ended: ended && <Noted note={endReasons[ended.reason]}>{date(ended.on)}</Noted>,
    phone: worker.phone ? (
      <Noted note={<SharedBy sharing={sharing} />}>{phone(worker.phone)}</Noted>
    ) : (
      facts.none
    ),
    nik: <Noted note={facts.nikMeans}>{`•••• ${worker.nikLast4}`}</Noted>,
    province: `${worker.province} (${abbreviationOf(worker.zone as Zone)})`,
    language: words.workerLanguage[worker.language],
    sector: words.sector[worker.sector],
    income: rupiah(worker.income),
    jht: yesOrNo(worker.jht),
    governmentPaid: yesOrNo(worker.governmentPaid),
    group: worker.group ?? facts.none,
    memberSince: worker.memberSince && month(worker.memberSince),
  };
  const items = Object.entries(said).map(([fact, value]) => ({
    label: fact === 'nik' ? facts.nik : labels[fact as keyof WorkerFacts].label,
    value,
  }));
  return (
    <Container fitHeight header={<Header variant="h2">{facts.title}</Header>}>
      <KeyValuePairs columns={2} items={items.filter(({ value }) => value !== null)} />
    </Container>
  );
}

function SharedBy({ sharing: { count, items } }: Pick<Of, 'sharing'>) {
  const { shared, others } = useTexts(aboutTexts);
  const { number } = useFormats();
  if (count === 0) return null;
  return (
    <>
      {shared}
      {items.map(({ workerId, name }) => (
        <div key={workerId}>
          <PageLink page="worker" values={{ id: workerId }} isHeading>
            {name}
          </PageLink>
        </div>
      ))}
      {count > items.length && <div>{others(number(count - items.length))}</div>}
    </>
  );
}

/** Colleagues exchange this id instead of a name or NIK. */
export function CopiedId({ workerId }: Readonly<{ workerId: string }>) {
  const facts = useTexts(aboutTexts);
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={workerId}
      copySuccessText={facts.copied}
      copyErrorText={facts.notCopied}
      copyButtonAriaLabel={facts.copy}
    />
  );
}
