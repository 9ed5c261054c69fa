import {
  colorChartsPaletteCategorical1,
  colorChartsPaletteCategorical4,
  colorChartsStatusHigh,
  colorChartsStatusNeutral,
  colorChartsStatusPositive,
} from '@cloudscape-design/design-tokens';

/** A colour means the same in every chart. */
export const meaningColors = {
  good: colorChartsStatusPositive,
  late: colorChartsPaletteCategorical1,
  odd: colorChartsPaletteCategorical4,
  open: colorChartsStatusNeutral,
  bad: colorChartsStatusHigh,
} as const;

export type Meaning = keyof typeof meaningColors;
