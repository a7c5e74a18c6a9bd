// How are tonnes added up exactly?

/** A rational number; the denominator is positive. */
export type Fraction = { num: bigint; den: bigint }

/** The exact value of a decimal number as written ('0.1' is one tenth). */
export const fraction = (value: number): Fraction => fractionOf(value.toString())

/** The same of one that is kept as it was written. */
export const fractionOf = (decimal: string): Fraction => {
  const [mantissa = '0', exponent = '0'] = decimal.split('e')
  const [whole = '0', decimals = ''] = mantissa.split('.')
  const shift = decimals.length - Number(exponent)
  const digits = BigInt(whole + decimals)
  return shift >= 0
    ? reduce({ num: digits, den: 10n ** BigInt(shift) })
    : { num: digits * 10n ** BigInt(-shift), den: 1n }
}

export const zero: Fraction = { num: 0n, den: 1n }
export const add = (a: Fraction, b: Fraction): Fraction =>
  reduce({ num: a.num * b.den + b.num * a.den, den: a.den * b.den })
export const multiply = (a: Fraction, b: Fraction): Fraction =>
  reduce({ num: a.num * b.num, den: a.den * b.den })
export const divide = (a: Fraction, b: Fraction): Fraction =>
  reduce({ num: a.num * b.den, den: a.den * b.num })

/** Whether a ≥ b. */
export const atLeast = (a: Fraction, b: Fraction): boolean => a.num * b.den >= b.num * a.den

/** Rounded half up to six decimals, for showing; compare with the fraction itself. */
export const rounded = ({ num, den }: Fraction): number =>
  Number((num * 2_000_000n + den) / (2n * den)) / 1_000_000
export const exact = ({ num, den }: Fraction): string => (den === 1n ? `${num}` : `${num}/${den}`)

const reduce = ({ num, den }: Fraction): Fraction => {
  const divisor = gcd(num < 0n ? -num : num, den)
  return divisor > 1n ? { num: num / divisor, den: den / divisor } : { num, den }
}
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
