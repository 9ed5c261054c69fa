import { Alert, Button } from '@cloudscape-design/components';
import type { BehindView } from '#domain/plan/behind/behind-view';
import type { WithheldView } from '#domain/plan/behind/withheld-steps';
import { useTexts } from '../../shared/language.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { BehindAlert } from '../behind/behind.tsx';
import { Differences } from '../differences/differences.tsx';
import { WithheldAlert } from '../withheld/withheld.tsx';
import type { PlanDraft } from './draft.ts';
import { firstDayOf, type Outlook } from './outlook.ts';
import { OutlookLine } from './outlook-line.tsx';
import { savingTexts } from './saving-texts.ts';

type Asked = Readonly<{
  draft: PlanDraft;
  outlook: Outlook;
  behind: readonly BehindView[];
  withheld: WithheldView | null;
  close: () => void;
  save: () => void;
}>;

/** The last look before people are texted otherwise: what differs, and what it costs. */
export function SaveAsked({ draft, outlook, behind, withheld, close, save }: Asked) {
  const texts = useTexts(savingTexts);
  const does = useWhatSavingDoes();
  const fields = new Set(draft.changes.map(({ field }) => field));
  const hints = [
    ...(fields.has('holdoutPercent') ? [texts.holdout] : []),
    ...(fields.has('paidEnabled') && draft.plan.paidText.enabled ? [texts.paid] : []),
    ...(draft.plan.steps.some(({ enabled }) => enabled) ? [] : [texts.noSteps]),
  ];
  return (
    <AskedFirst
      title={texts.title}
      size="large"
      close={close}
      buttons={
        <Button
          variant="primary"
          onClick={() => {
            close();
            save();
          }}
        >
          {does(draft, outlook)}
        </Button>
      }
    >
      <OutlookLine outlook={outlook} />
      {hints.map((hint) => (
        <Alert key={hint} type="warning">
          {hint}
        </Alert>
      ))}
      {withheld && <WithheldAlert withheld={withheld} plan={draft.plan} />}
      <BehindAlert behind={behind} plan={draft.plan} />
      <Differences before={draft.base} changes={draft.changes} />
    </AskedFirst>
  );
}

/** `Simpan: mulai 14 November 2026 414 SMS, Rp1.092.960`; without figures it can be saved too. */
function useWhatSavingDoes(): (draft: PlanDraft, outlook: Outlook) => string {
  const texts = useTexts(savingTexts).does;
  const { date, number, rupiah } = useFormats();
  return ({ plan }, outlook) => {
    if (plan.paused) return texts.paused;
    if (!outlook) return texts.unknown;
    const { total } = outlook.after;
    const first = firstDayOf(outlook.after);
    return first
      ? texts.texts(date(first), number(total.expectedReminders), rupiah(total.expectedCostRupiah))
      : texts.none;
  };
}
