import { Box, Container, Header, List } from '@cloudscape-design/components';
import type { Zone } from '#domain/calendar/zones';
import type { WorkerView } from '#domain/people/worker-view';
import type { TextAgain } from '#domain/sending/texting/text-again';
import type { TimelineEntry } from '#flows/people/show-worker';
import { useTexts } from '../../shared/language.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { Note } from '../../shared/page/note.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { Status } from '../../shared/status.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { Said } from '../said.tsx';
import { useTelling } from './telling.ts';
import { timelineTexts } from './texts.ts';

type TimelineProps = Readonly<{ entries: readonly TimelineEntry[]; worker: WorkerView }>;

/** The worker's history in the API's order, newest first, in the worker's own time zone. */
export function Timeline({ entries, worker }: TimelineProps) {
  const texts = useTexts(timelineTexts);
  const { longMoment, number } = useFormats();
  const tell = useTelling(worker, entries);
  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      {entries.length === 0 && <Empty title={texts.none}>{texts.noneText}</Empty>}
      <List
        ariaLabel={texts.label}
        tagOverride="ol"
        disablePaddings
        items={entries.map((entry, at) => ({ entry, id: `${entry.kind}.${entry.at}.${at}` }))}
        renderItem={({ entry, id }) => {
          const { looks, head, sentence, notes, planVersion, text } = tell(entry);
          return {
            id,
            content: <Status type={looks}>{head}</Status>,
            secondaryContent: (
              <>
                <Box>{sentence}</Box>
                {text && <Words {...text} />}
                <Note fontSize="body-s">
                  {[longMoment(entry.at, worker.zone as Zone), ...notes].join(' · ')}
                  {planVersion !== undefined && (
                    <>
                      {' · '}
                      <PageLink page="plan" values={{ version: String(planVersion) }} isHeading>
                        {texts.plan(number(planVersion))}
                      </PageLink>
                    </>
                  )}
                </Note>
              </>
            ),
          };
        }}
      />
    </Container>
  );
}

/** No text is kept: where the words written again may differ from those that left, it says so. */
function Words({ text, isAsSent }: TextAgain) {
  const { notAsSent } = useTexts(timelineTexts);
  return (
    <>
      <Said>{text}</Said>
      {!isAsSent && <Note fontSize="body-s">{notAsSent}</Note>}
    </>
  );
}
