// What are the people of the demo called?
// Each is named after a term of the old solar calendar, so that nobody takes them for real and everybody can remember them.

const surnames = [
  ['周', 'z'],
  ['徐', 'x'],
  ['郑', 'z'],
  ['叶', 'y'],
  ['毛', 'm'],
  ['姜', 'j'],
  ['方', 'f'],
  ['余', 'y'],
  ['汪', 'w'],
  ['傅', 'f'],
  ['祝', 'z'],
  ['柴', 'c'],
  ['蓝', 'l'],
  ['严', 'y'],
  ['童', 't'],
  ['邵', 's'],
  ['程', 'c'],
  ['范', 'f'],
  ['陆', 'l'],
  ['孟', 'm'],
  ['沈', 's'],
  ['韩', 'h'],
  ['戴', 'd'],
  ['夏', 'x'],
  ['章', 'z'],
  ['施', 's'],
  ['钟', 'z'],
  ['卢', 'l'],
  ['苏', 's'],
] as const // 29 and 20 have no common divisor, so that 580 people pass before a name returns

const givenNames = [
  ['谷雨', 'gy'],
  ['小满', 'xm'],
  ['白露', 'bl'],
  ['立夏', 'lx'],
  ['惊蛰', 'jz'],
  ['秋分', 'qf'],
  ['寒露', 'hl'],
  ['芒种', 'mz'],
  ['小雪', 'xx'],
  ['冬至', 'dz'],
  ['立春', 'lc'],
  ['春分', 'cf'],
  ['夏至', 'xz'],
  ['小暑', 'xs'],
  ['立秋', 'lq'],
  ['霜降', 'sj'],
  ['立冬', 'ld'],
  ['大雪', 'dx'],
  ['小寒', 'xh'],
  ['大寒', 'dh'],
] as const

/** A name and its initials for searching by pinyin. */
export type Name = { name: string; pinyin: string }

/** Gives one name after the other, none twice. */
export const createNames = () => {
  let place = 0
  return (): Name => {
    const [surname, first] = surnames[place % surnames.length] ?? surnames[0]
    const [givenName, second] = givenNames[place % givenNames.length] ?? givenNames[0]
    if (place >= surnames.length * givenNames.length)
      throw new RangeError('The demo has run out of names')
    place += 1
    return { name: surname + givenName, pinyin: first + second }
  }
}
