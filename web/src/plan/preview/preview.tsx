import { Container, Header, SegmentedControl, SpaceBetween } from '@cloudscape-design/components';
import { Shown } from './totals.tsx';
import './preview.css';
import { useTexts } from '../../shared/language.tsx';
import { Failed } from '../../shared/loading/failed.tsx';
import { Status } from '../../shared/status.tsx';
import type { Editing } from '../editing/edited-plan.tsx';
import type { PreviewCall } from './preview-call.ts';
import { PreviewDays } from './preview-days.tsx';
import { previewTexts } from './texts.ts';

/** What the draft would do in the coming days if it were saved now. */
export function PlanPreview({ editing }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(previewTexts);
  const { previewed, look, lookAt, plan } = editing;
  const { preview, error, refetch } = previewed;
  return (
    <>
      <Container
        header={
          <Header
            variant="h2"
            description={texts.means}
            actions={
              <SegmentedControl
                selectedId={String(look.days)}
                label={texts.daysAhead}
                options={[30, 60, 90].map((days) => ({ id: String(days), text: texts.days(days) }))}
                onChange={({ detail }) => lookAt({ ...look, days: Number(detail.selectedId) })}
              />
            }
          >
            {texts.title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {error ? (
            <Failed error={error} title={texts.failed} retry={() => void refetch()} />
          ) : (
            <HowCurrent previewed={previewed} />
          )}
          {plan.paused && <Status type="info">{texts.paused}</Status>}
          {preview && <Shown preview={preview} editing={editing} />}
        </SpaceBetween>
      </Container>
      {preview && preview.days.length > 0 && <PreviewDays preview={preview} editing={editing} />}
    </>
  );
}

/** Whether the figures are of the current draft. */
function HowCurrent({
  previewed: { preview, faults, isCurrent },
}: Readonly<{ previewed: PreviewCall }>) {
  const texts = useTexts(previewTexts);
  const isFaulty = Object.keys(faults).length > 0;
  return (
    <div role="status">
      {isFaulty ? (
        <Status type="warning">{preview ? texts.faulty : texts.faultyFromTheStart}</Status>
      ) : (
        <Status type={isCurrent ? 'success' : 'loading'}>
          {isCurrent ? texts.upToDate : texts.counting}
        </Status>
      )}
    </div>
  );
}
