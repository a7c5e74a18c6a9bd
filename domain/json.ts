// How much does a JSON text hold, before anybody builds it?

const [quote, backslash] = [0x22, 0x5c]
const tableOf = (signs: Record<string, number>): Int8Array => {
  const table = new Int8Array(128)
  for (const [sign, adds] of Object.entries(signs)) table[sign.charCodeAt(0)] = adds
  return table
}
/** Outside of texts one of these stands before each value of an object or a list. */
const valuesAt = tableOf({ '{': 1, '[': 1, ',': 1 })
const levelsAt = tableOf({ '{': 1, '[': 1, '}': -1, ']': -1 })

export type Excess = 'values' | 'levels'

/** Has it more values than that, or lie they deeper? One pass over its signs that ends with the first too many; nothing is built. */
export const excessOf = (
  json: string,
  { values, levels = Number.POSITIVE_INFINITY }: { values: number; levels?: number },
): Excess | null => {
  let [counted, level, inText] = [0, 0, false]
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at)
    if (sign === quote) inText = !inText
    else if (inText) at += sign === backslash ? 1 : 0
    else {
      counted += valuesAt[sign] ?? 0
      level += levelsAt[sign] ?? 0
    }
    if (counted > values) return 'values'
    if (level > levels) return 'levels'
  }
  return null
}
