import { Container, Header, KeyValuePairs } from '@cloudscape-design/components';
import type { BudgetView } from '#flows/sending/show-runs';
import { useTexts } from '../shared/language.tsx';
import { useFormats } from '../shared/words/format.ts';
import { runsTexts } from './texts.ts';

/** What this month's texts cost. A budget that runs out is an alert on the first page. */
export function BudgetUsed({
  budget: { month, spent, committed, budget },
}: Readonly<{ budget: BudgetView }>) {
  const texts = useTexts(runsTexts).budget;
  const formats = useFormats();
  return (
    <Container header={<Header variant="h2">{texts.title(formats.month(month))}</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={150}
        items={[
          { label: texts.spent, value: formats.rupiah(spent) },
          ...(committed === spent
            ? []
            : [{ label: texts.committed, value: formats.rupiah(committed) }]),
          { label: texts.limit, value: budget === null ? texts.unlimited : formats.rupiah(budget) },
        ]}
      />
    </Container>
  );
}
