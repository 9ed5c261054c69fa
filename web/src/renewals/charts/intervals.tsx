import './intervals.css';
import { useFormats } from '../../shared/words/format.ts';

export type Interval = Readonly<{
  name: string;
  /** In the unit of the axis. */
  points: number;
  low: number;
  high: number;
  said: string;
  isOverall?: boolean;
}>;

/** Each difference with its interval; a line at zero shows which intervals include it. */
export function Intervals({ rows, axis }: Readonly<{ rows: readonly Interval[]; axis: string }>) {
  const { number } = useFormats();
  const { ticks, step, place } = scaleOf(rows);
  const at = (points: number) => ({ left: `${place(points)}%` });
  return (
    <div className="intervals">
      <ul>
        {rows.map(({ name, points, low, high, said, isOverall }) => (
          <li key={name} className={isOverall ? 'overall' : undefined}>
            <span className="name">{name}</span>
            <span className="track" role="img" aria-label={said} title={said}>
              <i className="zero" style={at(0)} />
              <i className="reach" style={{ ...at(low), width: `${place(high) - place(low)}%` }} />
              <i className="point" style={at(points)} />
            </span>
          </li>
        ))}
      </ul>
      <div className="axis" aria-hidden="true">
        <span className="name" />
        <span className="ticks">
          {ticks.map((tick) => (
            <i key={tick} style={at(tick)} className={(tick / step) % 2 === 0 ? '' : 'between'}>
              {signedWhole(tick, number)}
            </i>
          ))}
        </span>
      </div>
      <div className="axis-title">{axis}</div>
    </div>
  );
}

const signedWhole = (tick: number, number: (value: number) => string): string =>
  tick < 0 ? `−${number(-tick)}` : number(tick);

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Round steps from below the lowest end to above the highest, with zero; at most nine. */
function scaleOf(rows: readonly Interval[]) {
  const [lowest, highest] = [
    Math.min(0, ...rows.map(({ low }) => low)),
    Math.max(0, ...rows.map(({ high }) => high)),
  ];
  const step = steps.find((size) => (highest - lowest) / size <= 6) ?? 5_000;
  const from = Math.floor(lowest / step) * step;
  const to = Math.max(Math.ceil(highest / step) * step, from + step);
  return {
    step,
    ticks: Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step),
    place: (points: number): number => (100 * (points - from)) / (to - from),
  };
}
