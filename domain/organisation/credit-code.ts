// Is this a unified social credit code (统一社会信用代码, GB 32100-2015), and which check characters end one?

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY' // without I, O, S, V and Z, which look like digits
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** Answers whether all 18 characters belong together: alphabet, organisation code (GB 11714) inside, and the last check character. */
export const isCreditCode = (code: string): boolean =>
  /^[0-9A-Y]{18}$/.test(code) &&
  [...code].every((character) => alphabet.includes(character)) &&
  code[16] === organisationCheck(code.slice(8, 16)) &&
  code[17] === creditCheck(code.slice(0, 17))

/**
 * Builds the code of one organisation from department and category (`91` = an enterprise registered by market regulation),
 * the six-digit division of its registration authority and the eight-character body of its organisation code.
 */
export const creditCode = (kind: string, division: string, body: string): string => {
  const open = kind + division + body
  if (
    !/^[0-9A-Y]{2}\d{6}[0-9A-Y]{8}$/.test(open) ||
    ![...open].every((character) => alphabet.includes(character))
  )
    throw new RangeError(
      `"${kind}", "${division}" and "${body}" are not the parts of a credit code`,
    )
  const begun = open + organisationCheck(body)
  return begun + creditCheck(begun)
}

/** The ninth character of an organisation code (GB 11714): modulus 11, where ten is written X. */
export const organisationCheck = (body: string): string => {
  const sum = organisationWeights.reduce(
    (total, weight, place) => total + weight * organisationAlphabet.indexOf(body.charAt(place)),
    0,
  )
  return '0123456789X'.charAt((11 - (sum % 11)) % 11)
}

/** The eighteenth character (GB 32100): modulus 31 with the powers of three as weights. */
const creditCheck = (begun: string): string => {
  let weight = 1
  let sum = 0
  for (const character of begun) {
    sum += weight * alphabet.indexOf(character)
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}
