/**
 * `+6287000000213` → `0870 0000 0213`, as people dial it, also where it was just typed; what is no
 * mobile number stays as it is. Excel takes it for a text, and keeps its zero.
 */
export function dialled(phone: string): string {
  const national = phone.replace(/[\s.-]/g, '').replace(/^\+62/, '0');
  return /^08\d+$/.test(national) ? national.replace(/(\d{4})(?=\d)/g, '$1 ') : phone;
}
