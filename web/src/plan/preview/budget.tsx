import type { Preview } from '#flows/preview/preview-plan';
import { useTexts } from '../../shared/language.tsx';
import { Status } from '../../shared/status.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { previewTexts } from './texts.ts';

/** What each month's texts cost beside its budget. */
export function Budget({ preview: { budget } }: Readonly<{ preview: Preview }>) {
  const texts = useTexts(previewTexts);
  const { month, rupiah } = useFormats();
  return (
    <ul className="budgets">
      {budget.map((of) => (
        <li key={of.month}>
          <Status type={statusOf(of)}>
            {[
              texts.month(
                month(of.month),
                rupiah(of.expectedCostRupiah),
                rupiah(of.mostCostRupiah),
              ),
              of.budgetRupiah === null ? texts.noBudget : texts.budget(rupiah(of.budgetRupiah)),
            ].join(' ')}
          </Status>
        </li>
      ))}
    </ul>
  );
}

function statusOf({
  mostCostRupiah,
  expectedCostRupiah,
  budgetRupiah,
}: Preview['budget'][number]): 'info' | 'success' | 'warning' | 'error' {
  if (budgetRupiah === null) return 'info';
  return expectedCostRupiah > budgetRupiah
    ? 'error'
    : mostCostRupiah > budgetRupiah
      ? 'warning'
      : 'success';
}
