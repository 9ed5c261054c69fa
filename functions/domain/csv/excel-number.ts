/** `3,37E+15`: Excel shortens long numbers in a column that is not text. The digits are lost. */
export const isExcelNumber = (text: string): boolean =>
  /^\+?\d+([.,]\d+)?e\+?\d+$/i.test(text.trim());
