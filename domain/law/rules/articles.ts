// How is a place in a norm written: article, paragraph and item?

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 999 as Chinese statutes number their articles: 二十, 一百零二, 一百一十三. */
export function writeOrdinal(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10]
  const head = hundreds > 0 ? `${digits[hundreds]}百` : ''
  if (tens > 0) return `${head}${tens === 1 && hundreds === 0 ? '' : digits[tens]}十${digits[ones]}`
  return head + (hundreds > 0 && ones > 0 ? '零' : '') + digits[ones]
}

/**
 * '32.1(4)' as 第三十二条第一款第（四）项, '4(1)' as 第四条第（一）项: article, paragraph where the article has several, item.
 * Undefined for any other shape ('42', '5.3.2 a)', '201–203').
 */
export function writeItem(place: string): string | undefined {
  const found = /^(\d+)(?:\.(\d+))?\((\d+)\)$/.exec(place)
  if (!found) return undefined
  const [, article, paragraph, item] = found.map(Number)
  const clause = paragraph ? `第${writeOrdinal(paragraph)}款` : ''
  return `第${writeOrdinal(article as number)}条${clause}第（${writeOrdinal(item as number)}）项`
}
