// Which local rule over a listed hazard holds in which region on which day, and whose number is it?
import { describe, expect, it } from 'vitest'
import { isDay } from '../../domain/calendar/days.ts'
import { type LocalRule, localRule, localRuleNames, localRules, localRuleTable } from '../../domain/hazard-rectification/local-rules.ts'
import { ruleOn } from '../../domain/law/rule-book.ts'

const day = '2026-03-02'
const namesIn = (region: string, on = day) => localRules(region, on).map(({ name }) => name)
const number = (region: string, name: keyof typeof localRuleNames) => {
  const row = localRule(region, name, day)
  return row && [row.value, row.unit]
}
const own = (region: string, value: number, from: string, to: string | null = null): LocalRule => ({
  region,
  name: 'listing-publication',
  setting: { value, unit: 'WD' },
  source: { zh: '本地规定', en: 'local rule' },
  confidence: 'V',
  from,
  to,
})
const published = (region: string, on: string, ...more: LocalRule[]) =>
  localRule(region, 'listing-publication', on, [...more, ...localRuleTable])?.value

describe('the table', () => {
  it('names rule and source in both languages and dates every row', () => {
    for (const { source, from, to, setting } of localRuleTable) {
      const texts = [source, ...('says' in setting ? [setting.says] : [])]
      for (const { zh, en } of texts) {
        expect(zh).toMatch(/\p{Script=Han}/u)
        expect(en).not.toMatch(/\p{Script=Han}/u)
      }
      expect(isDay(from)).toBe(true)
      if (to !== null) expect(to >= from).toBe(true)
    }
    for (const { zh, en } of Object.values(localRuleNames)) for (const line of [zh, en]) expect(line).toMatch(/\S/)
  })

  it('has each rule of a region once a day, and uses every name', () => {
    const keys = localRuleTable.map(({ region, name, from }) => `${region} ${name} ${from}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(localRuleTable.map(({ name }) => name))).toEqual(new Set(Object.keys(localRuleNames)))
  })

  it('takes its numbers from families of the rule book in force since the row began', () => {
    for (const { setting, from } of localRuleTable) {
      if (!('family' in setting)) continue
      expect(ruleOn(setting.family, from).process).toBe('hazard-rectification')
    }
    expect(localRuleTable.filter(({ setting }) => 'value' in setting)).toEqual([])
  })
})

describe('a region', () => {
  it.each([
    ['370200', 'listing-filing', [3, 'WD']],
    ['370200', 'listing-publication', [5, 'WD']],
    ['370200', 'delisting-publication', [5, 'WD']],
    ['370200', 'governance', [1, 'Y']],
    ['370200', 'governance-extension-request', [20, 'WD']],
    ['370200', 'governance-extension-answer', [10, 'WD']],
    ['420000', 'site-acceptance', [10, 'ND']],
    ['330800', 'supervision-red', [1, 'ND']],
    ['330822', 'supervision-city', [5, 'WD']],
    ['110000', 'supervision-province', [20, 'WD']],
  ] as const)('%s: %s is %j', (region, name, expected) => expect(number(region, name)).toEqual(expected))

  it('shows what is known of it alone, beside the ladder that holds everywhere', () => {
    const ladder = ['supervision-red', 'supervision-city', 'supervision-province']
    expect(namesIn('110000')).toEqual(ladder)
    expect(namesIn('350000')).toEqual(['listing-period', 'statistics-chain', ...ladder])
    expect(namesIn('420100')).toEqual(['site-acceptance', 'after-acceptance', 'licences-when-late', 'leaders-when-late', ...ladder])
    expect(namesIn('370200')).toContain('stop-until-closed')
    expect(namesIn('370300')).toEqual(ladder)
  })

  it('of the own city takes others’ practice as its default, and says so', () => {
    const row = localRule('330800', 'listing-filing', day)
    expect(row).toMatchObject({ region: '3308', value: 3, unit: 'WD', family: 'hazard-rectification.listing-filing', confidence: 'D' })
    expect(row?.source.zh).toContain('须由本市确认')
    expect(namesIn('330822')).toEqual(namesIn('330800'))
    expect(localRule('370200', 'listing-filing', day)?.confidence).toBe('V*')
  })

  it('may have a rule in words without a number', () => {
    expect(localRule('350000', 'listing-period', day)).toMatchObject({
      value: null,
      unit: null,
      family: null,
      says: { zh: '与整改通知书期限一致' },
    })
    expect(localRule('330800', 'stop-until-closed', day)).toBeUndefined()
  })
})

describe('the rule that holds', () => {
  it('is the most specific one', () => {
    expect(published('330822', day)).toBe(5)
    expect(published('330822', day, own('33', 7, '2020-01-01'))).toBe(5)
    expect(published('330000', day, own('33', 7, '2020-01-01'))).toBe(7)
    expect(published('330822', day, own('330822', 2, '2020-01-01'))).toBe(2)
    expect(published('330824', day, own('330822', 2, '2020-01-01'))).toBe(5)
  })

  it('is the later one of the same region, from its first to its last day', () => {
    const later = own('3308', 4, '2026-01-01', '2026-06-30')
    expect(published('330800', '2025-12-31', later)).toBe(5)
    expect(published('330800', '2026-01-01', later)).toBe(4)
    expect(published('330800', '2026-06-30', later)).toBe(4)
    expect(published('330800', '2026-07-01', later)).toBe(5)
  })

  it('is none before the paper came into force', () => {
    expect(localRule('370200', 'listing-filing', '2011-12-31')).toBeUndefined()
    expect(localRule('370200', 'listing-filing', '2012-01-01')?.value).toBe(3)
    expect(namesIn('330800', '2008-01-31')).toEqual([])
  })
})
