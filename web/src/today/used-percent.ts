/** In whole percent, as a bar says it; rounded down, so that 100 is never said before it is so. */
export const usedPercent = (spent: number, budget: number): number =>
  Math.floor((100 * spent) / budget);
