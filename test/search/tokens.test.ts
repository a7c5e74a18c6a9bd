// Is every piece of a text found by its tokens, and is nothing else asked of the index?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt, marked } from '../../domain/search/hit.ts'
import { initialsOf, inLetters, readingsOf, spellingsOf } from '../../domain/search/pinyin.ts'
import { plainOf, termsOf, tokensOf, wordsOf } from '../../domain/search/tokens.ts'

const holds = (text: string, question: string): boolean => {
  const tokens = tokensOf(text)
  return termsOf(wordsOf(question)).every(({ token, begins }) =>
    tokens.some((one) => (begins ? one.startsWith(token) : one === token)),
  )
}

describe('tokens', () => {
  test('are pairs of Chinese signs and the ends of numbers and letters', () => {
    expect(tokensOf('防爆灯')).toEqual(['防爆', '爆灯', '灯'])
    expect(tokensOf('No.017')).toEqual(['no', '017', '17'])
    expect(termsOf(['防爆灯'])).toEqual([
      { token: '防爆', begins: false },
      { token: '爆灯', begins: false },
    ])
  })
  test('of any text let any piece of it be found', () => {
    const sign = fc.constantFrom(...'防爆灯外壳2026abcXYZ〔〕（）， .号蓝溪')
    fc.assert(
      fc.property(
        fc.array(sign, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (signs, from, size) => {
          const text = signs.join('')
          const part = text.slice(from % text.length).slice(0, 1 + (size % 12))
          expect(holds(text, part)).toBe(true)
        },
      ),
    )
  })
  test('hold letters and digits only, whatever is thrown at them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { token } of termsOf(wordsOf(text))) expect(token).toMatch(/^[\p{L}\p{N}]+$/u)
        expect(termsOf(wordsOf(text)).length).toBeLessThanOrEqual(8)
      }),
    )
  })
  test('pass over a radical, which belongs to the script and is no letter', () => {
    expect(termsOf(wordsOf('⺀'))).toEqual([])
    expect(tokensOf('化⺀工')).toEqual(['化', '工'])
  })
  test('of a year are asked only when nothing else is', () => {
    expect(termsOf(wordsOf('隐患〔2026〕0017')).map(({ token }) => token)).toEqual(['隐患', '0017'])
    expect(termsOf(wordsOf('2026'))).toEqual([{ token: '2026', begins: true }])
    expect(termsOf(wordsOf('% _ ：'))).toEqual([])
  })
})

describe('what is shown of a hit', () => {
  test('is the text itself, cut where the words stand', () => {
    expect(marked('危化品ＡＢ仓库', ['ab'])).toEqual(['危化品', 'ＡＢ', '仓库'])
    expect(marked('防爆灯', ['爆灯', '防爆'])).toEqual(['', '防爆灯'])
    expect(marked('防爆灯', ['没有'])).toEqual(['防爆灯'])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, word) => {
        expect(marked(text, [plainOf(word) || 'x']).join('')).toBe(text)
      }),
    )
  })
  test('of a long text is a line around the first hit', () => {
    const line = excerpt(`${'前'.repeat(100)}电缆裸露${'后'.repeat(100)}`, ['电缆'])
    expect(line).toEqual([`…${'前'.repeat(14)}`, '电缆', `裸露${'后'.repeat(52)}…`])
  })
})

describe('pinyin', () => {
  test.each([
    ['衢州市蓝溪精密铸造有限公司', 'quzhoushilanxijingmizhuzaoyouxiangongsi', 'qzslxjmzzyxgs'],
    ['余督办', 'yuduban', 'ydb'],
    ['A区2号', 'aqu2hao', 'aq2h'],
  ])('of %s', (name, whole, initials) => {
    expect(inLetters(name).split(' ')).toEqual(expect.arrayContaining([whole, initials]))
  })
  test.each([
    ['刘龙', 'll'],
    ['罗日荣', 'lrr'],
    ['吕他', 'lt'],
    ['Ａ区（2）号', 'ａq2h'],
    ['衢州鲁陆铝业', 'qzllly'],
  ])('initials of %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
  test('knows the second reading of signs in names', () => {
    expect(readingsOf('重')).toEqual(['zhong', 'chong'])
    for (const [name, initials] of [
      ['重庆长安', 'cqca'],
      ['曾强', 'zq'],
      ['单雄信', 'sxx'],
      ['仇和', 'qh'],
    ] as const)
      expect(spellingsOf(name).map((one) => one.initials)).toContain(initials)
  })
  test('of the most frequent signs is right', () => {
    const known =
      '安an 全quan 生sheng 产chan 监jian 管guan 企qi 业ye 化hua 工gong 机ji 械xie 电dian 气qi 火huo 灾zai 消xiao 防fang 危wei 险xian 矿kuang 山shan 江jiang 常chang 开kai 龙long 游you 柯ke 城cheng 绍shao 女nv 略lve 玩wan 水shui 泥ni 纸zhi 铸zhu 造zao'
    for (const pair of known.split(' ')) expect(readingsOf(pair.charAt(0))).toContain(pair.slice(1))
  })
})
