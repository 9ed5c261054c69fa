import './legend.css';
import { type Meaning, meaningColors } from './colors.ts';

type LegendProps = Readonly<{ parts: readonly Readonly<{ title: string; color: Meaning }>[] }>;

/** Screen readers hear the names with each bar. */
export const Legend = ({ parts }: LegendProps) => (
  <div className="legend" aria-hidden="true">
    {parts.map(({ title, color }) => (
      <span key={title}>
        <i style={{ background: meaningColors[color] }} />
        {title}
      </span>
    ))}
  </div>
);
