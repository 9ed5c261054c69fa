/** As a fraction of the cost before; above the tenfold a percentage says nothing. */
export const growthOf = (was: number, is: number): number | null =>
  was > 0 && was !== is && is <= 10 * was ? is / was - 1 : null;
