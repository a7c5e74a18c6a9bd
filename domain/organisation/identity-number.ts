// Is this a citizen's identity number (公民身份号码, GB 11643)?

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** The last character, by ISO 7064 MOD 11-2 over the seventeen digits before it. */
const checkCharacterOf = (digits: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return checkCharacters[sum % 11] ?? ''
}

const isBirthday = (digits: string): boolean => {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day)
}

/** Seventeen digits with a day of birth that the calendar has, and the character that follows from them. Total. */
export const isIdentityNumber = (value: string): boolean =>
  /^[1-9]\d{5}(18|19|20)\d{9}[\dX]$/.test(value) &&
  isBirthday(value.slice(6, 14)) &&
  checkCharacterOf(value) === value[17]
