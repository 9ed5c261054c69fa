/** Long numbers in a column that is not formatted as text: `3,37E+15`. The digits are gone; nobody can guess them. */
export const isExcelNumber = (text: string): boolean =>
  /^\+?\d+([.,]\d+)?e\+?\d+$/i.test(text.trim());
