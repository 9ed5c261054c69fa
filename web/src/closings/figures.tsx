import type { Restated } from '#domain/renewals/closing';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Note } from '../shared/page/note.tsx';
import { type Formats, useFormats } from '../shared/words/format.ts';
import { closingTexts } from './closing-texts.ts';
import { differenceSaid } from './difference-said.ts';
import { type FigureName, figureTexts, shownFigures, unitOf } from './figure-texts.ts';

type Of = Readonly<{ of: readonly Restated[]; finalOn: string }>;

/** The figures that finance signs. All others are in the file; how many changed is told here. */
export function Figures({ of, finalOn }: Of) {
  const texts = useTexts(closingTexts);
  const names = useTexts(figureTexts);
  const formats = useFormats();
  const named = new Map(of.map((each) => [each.figure, each]));
  const value = (name: FigureName, which: 'closed' | 'now') =>
    formats[unitOf[name]](named.get(name)?.[which] ?? null);
  const difference = (name: FigureName) =>
    differenceSaid(unitOf[name], named.get(name)?.difference ?? null, formats, texts.points);
  return (
    <Listing<FigureName>
      title={texts.figures}
      columns={[
        { id: 'figure', header: texts.figure, cell: (name) => names[name] },
        { id: 'closed', header: texts.atClosing, cell: (name) => value(name, 'closed') },
        { id: 'now', header: texts.restated, cell: (name) => value(name, 'now') },
        {
          id: 'difference',
          header: texts.difference,
          cell: difference,
        },
      ]}
      items={shownFigures}
      idOf={(name) => name}
      footer={<Others of={of} finalOn={formats.date(finalOn)} number={formats.number} />}
    />
  );
}

function Others({ of, finalOn, number }: Of & Readonly<{ number: Formats['number'] }>) {
  const texts = useTexts(closingTexts);
  const others = of.filter(
    ({ figure, closed, now }) =>
      closed !== now && !(figure in unitOf) && !figure.startsWith('receipts.'),
  );
  return (
    <Note>
      {texts.restatedMeans(finalOn)} {texts.figuresMean}{' '}
      {others.length > 0 && texts.others(number(others.length))}
    </Note>
  );
}
