import './stacked-columns.css';
import { type Meaning, meaningColors } from './colors.ts';
import { Legend } from './legend.tsx';

/** `share`: of the whole column. */
type Part = Readonly<{ title: string; color: Meaning; share: number; said: string }>;
export type StackedColumn = Readonly<{
  name: string;
  /** The number on top of the bar. */
  number: string;
  /** Drawn paler: it is not what it will be. */
  isChanging: boolean;
  parts: readonly Part[];
}>;

type ColumnsProps = Readonly<{ title: string; columns: readonly StackedColumn[] }>;

/** A narrow bar of 100 % for each month, with its number on it. */
export const StackedColumns = ({ title, columns }: ColumnsProps) => (
  <div className="stacked-columns">
    <ul aria-label={title}>
      {columns.map((column) => (
        <li key={column.name} className={column.isChanging ? 'changing' : undefined}>
          <b>{column.number}</b>
          <Bar {...column} />
          <span className="name">{column.name}</span>
        </li>
      ))}
    </ul>
    <Legend parts={columns[0]?.parts ?? []} />
  </div>
);

const Bar = ({ name, parts }: Pick<StackedColumn, 'name' | 'parts'>) => (
  <span
    className="bar"
    role="img"
    aria-label={`${name}: ${parts.map(({ title, said }) => `${title} ${said}`).join(', ')}`}
  >
    {parts
      .filter(({ share }) => share > 0)
      .map(({ title, color, share, said }) => (
        <i
          key={title}
          title={`${title} ${said}`}
          style={{ flex: `${share} 0 0`, background: meaningColors[color] }}
        />
      ))}
  </span>
);
