// Which lines did a text lose and gain from one version to the next?
export type Line = { kind: 'same' | 'added' | 'removed'; words: string }

const mostLines = 3_000

/** The shortest way from `before` to `after` line by line (longest common subsequence); null when they are too long to reckon here. */
export const lineDifference = (before: string, after: string): Line[] | null => {
  const [a, b] = [linesOf(before), linesOf(after)]
  if (a.length > mostLines || b.length > mostLines) return null
  const common = commonLengths(a, b)
  const lines: Line[] = []
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', words: a[i]! })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1)))
      lines.push({ kind: 'removed', words: a[i++]! })
    else lines.push({ kind: 'added', words: b[j++]! })
  }
  return lines
}

const linesOf = (words: string): string[] =>
  words === '' ? [] : words.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')

/** How many lines the rests from `i` and `j` on have in common. */
const commonLengths = (a: string[], b: string[]) => {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  return (i: number, j: number) => table[i * width + j]!
}
