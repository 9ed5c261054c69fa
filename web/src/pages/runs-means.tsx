import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Expiring } from '#domain/expiring';
import type { Sector } from '#domain/worker';
import type { BudgetView } from '#flows/show-runs';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { runsTexts } from '../texts/runs.ts';
import { wordsTexts } from '../texts/words.ts';

/** What this month's texts cost, and how much of the budget is left for them. */
export function BudgetUsed({ budget: { month, spent, committed, budget, mark } }: Readonly<{ budget: BudgetView }>) {
  const texts = useTexts(runsTexts).budget;
  const formats = useFormats();
  return (
    <Container header={<Header variant="h2">{texts.title(formats.month(month))}</Header>}>
      <SpaceBetween size="m">
        {mark && (
          <Alert type={mark === 100 ? 'error' : 'warning'} header={texts.marks[mark].title}>
            {texts.marks[mark].text}
          </Alert>
        )}
        <KeyValuePairs
          columns={3}
          items={[
            { label: texts.spent, value: formats.rupiah(spent) },
            { label: texts.committed, value: formats.rupiah(committed) },
            { label: texts.limit, value: budget === null ? texts.unlimited : formats.rupiah(budget) },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

/** Tables of law and calendar that soon say nothing any more. */
export function RunsOut({ expiring }: Readonly<{ expiring: readonly Expiring[] }>) {
  const texts = useTexts(runsTexts).expiring;
  const { sector } = useTexts(wordsTexts);
  const formats = useFormats();
  if (expiring.length === 0) return null;
  return (
    <Alert type="info" header={texts.title}>
      {expiring.map(({ what, of, lastDay }) => (
        <div key={what + of}>
          {what === 'discount' ? texts.discount(sector[of as Sector].toLowerCase(), formats.date(lastDay)) : texts.holidays(of)}
        </div>
      ))}
    </Alert>
  );
}
