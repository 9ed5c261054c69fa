import './stacked-rows.css';
import { type Meaning, meaningColors } from './colors.ts';
import { Legend } from './legend.tsx';

type Part = Readonly<{ title: string; color: Meaning; value: number; said: string }>;
export type StackedRow = Readonly<{ name: string; parts: readonly Part[] }>;

/** Horizontal bars, with room for long names on a phone too, scaled to the longest bar. */
export function StackedRows({
  title,
  rows,
}: Readonly<{ title: string; rows: readonly StackedRow[] }>) {
  const longest = Math.max(...rows.map(lengthOf), Number.MIN_VALUE);
  const [first] = rows;
  return (
    <div className="stacked-rows">
      <ul aria-label={title}>
        {rows.map((row) => (
          <li key={row.name}>
            <span className="name">{row.name}</span>
            <span
              className="bar"
              role="img"
              aria-label={`${row.name}: ${row.parts.map(saidOf).join(', ')}`}
            >
              {row.parts
                .filter(({ value }) => value > 0)
                .map((part) => (
                  <i
                    key={part.title}
                    title={saidOf(part)}
                    style={{
                      width: `${(100 * part.value) / longest}%`,
                      background: meaningColors[part.color],
                    }}
                  />
                ))}
            </span>
          </li>
        ))}
      </ul>
      {first && first.parts.length > 1 && <Legend parts={first.parts} />}
    </div>
  );
}

const lengthOf = ({ parts }: StackedRow): number =>
  parts.reduce((sum, { value }) => sum + value, 0);

const saidOf = ({ title, said }: Part): string => `${title} ${said}`;
