/** Amounts are text so that no digit is lost; this is the little arithmetic that the server does on them. */

const shape = /^-?\d{1,60}(\.\d{1,30})?$/;

export const isDecimal = (text: string): boolean => shape.test(text);

const scaleOf = (text: string): number => text.split('.')[1]?.length ?? 0;

function scaled(text: string, scale: number): bigint {
  const [units = '0', rest = ''] = text.split('.');
  return BigInt(units + rest.padEnd(scale, '0'));
}

export function compareDecimals(one: string, other: string): number {
  // Rounding never changes an order, it only makes neighbours equal; those are compared digit by digit.
  const rough = Number(one) - Number(other);
  if (rough !== 0) return rough;
  const scale = Math.max(scaleOf(one), scaleOf(other));
  const difference = scaled(one, scale) - scaled(other, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The sum, with as many decimals as the longest of the two has. */
export function addDecimals(one: string, other: string): string {
  const scale = Math.max(scaleOf(one), scaleOf(other));
  const sum = scaled(one, scale) + scaled(other, scale);
  if (scale === 0) return String(sum);
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
