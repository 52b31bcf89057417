// ИНН: ten digits of a company with one check digit, or twelve of an entrepreneur with two (приказ ФНС № ЕД-7-14/559@).
const COMPANY = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_FIRST = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_SECOND = [3, ...PERSON_FIRST];

export function isInn(text: string): boolean {
  if (!/^(\d{10}|\d{12})$/.test(text) || /^0+$/.test(text)) return false;
  const digits = [...text].map(Number);
  if (digits.length === 10) return check(digits, COMPANY) === digits[9];
  return check(digits, PERSON_FIRST) === digits[10] && check(digits, PERSON_SECOND) === digits[11];
}

function check(digits: readonly number[], weights: readonly number[]): number {
  return (weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11) % 10;
}
