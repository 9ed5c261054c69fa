/**
 * `+6287000000213` → `0870 0000 0213`, as people dial it; a half-typed one stays as it is. Excel
 * takes it for a text, and keeps its zero.
 */
export const dialled = (phone: string): string =>
  phone.startsWith('+62') ? `0${phone.slice(3)}`.replace(/(\d{4})(?=\d)/g, '$1 ') : phone;
