// How does a protocol name what its codes mean?

/** One meaning in Chinese (first, as the standard writes it) and English. */
export type Text = { zh: string; en: string }

/** The name of a code, or the code itself where the standard has none. */
export const nameOf = (table: Readonly<Record<number, Text>>, code: number): Text =>
  table[code] ?? { zh: `代码${code}`, en: `code ${code}` }

/** A code table from lines `code 中文|English`, which read like the table of the standard. */
export const codeTable = (lines: string): Readonly<Record<number, Text>> => {
  const rows = lines.trim().split('\n')
  return Object.fromEntries(
    rows.map((line) => {
      const [, code, zh, en] = /^\s*(\d+) ([^|]+)\|(.+)$/.exec(line) ?? []
      if (!code || !zh || !en) throw new Error(`not a line of a code table: ${line}`)
      return [Number(code), { zh, en }]
    }),
  )
}

/** Words for a fault or a sign, which are one string: Chinese, then English. */
export const both = (zh: string, en: string): string => `${zh} ${en}`
