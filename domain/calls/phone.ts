// Which telephone numbers can be called, and how does one look to people who need not know it?

/** A mobile number of the mainland: eleven digits, without a prefix. Null: it is none. */
export const mobileNumber = (value: unknown): string | null => {
  if (typeof value !== 'string') return null
  const digits = value.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/** 138****5678 */
export const maskedNumber = (number: string): string =>
  `${number.slice(0, 3)}****${number.slice(-4)}`

/** What others say may repeat the number: every run of seven digits or more is taken out. */
export const withoutNumbers = (words: string): string =>
  words
    .replace(/\d{7,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
