// Are the criteria of a major hazard whole and dated, and what do those found suggest?
import { describe, expect, it } from 'vitest'
import { places } from '../../../domain/law/criteria/criterion.ts'
import {
  citeCriterion,
  criteriaChoices,
  criterionOf,
  type Grading,
  sectors,
  sectorsAt,
  suggestGrade,
} from '../../../domain/law/criteria/grading.ts'
import { isDay } from '../../../domain/time/days.ts'

const all = sectors.flatMap(({ criteria }) => criteria)
const idsAt = (day: string) => sectorsAt(day).map(({ sector }) => sector)
const suggested = (grading: Partial<Grading>) => {
  const { grade, provisional } = suggestGrade({
    sector: 'gongmao',
    codes: [],
    on: '2025-06-01',
    ...grading,
  })
  return [grade, provisional]
}
const countedIn = (prefix: string, n: number) =>
  Array.from({ length: n }, (_, index) => `${prefix}.${index + 1}`)

describe('the criteria', () => {
  it('carry codes that are stable, distinct and begin with their sector', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
    for (const { sector, criteria } of sectors)
      for (const { code } of criteria)
        expect(code).toMatch(new RegExp(`^${sector}\\.[a-z0-9]+(-[a-z]+)*\\.[1-9]\\d*$`))
  })

  it('stand in both languages, each in its own script', () => {
    const norms = sectors.flatMap(({ norm, next }) => [norm, ...(next ? [next] : [])])
    const texts = [
      ...all.flatMap(({ group, words }) => [group, words]),
      ...sectors.map(({ words }) => words),
      ...norms.flatMap(({ name }) => [name]),
      ...Object.values(places),
    ]
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/[a-z]{3}/)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
    for (const { number } of norms) expect(number.en).not.toMatch(/\p{Script=Han}/u)
  })

  it('are never two alike in the list of a form', () => {
    for (const language of ['zh', 'en'] as const) {
      const labels = Object.values(criteriaChoices).map((words) => words[language])
      expect(new Set(labels).size).toBe(labels.length)
    }
    expect(criteriaChoices['gongmao.ammonia.2']?.zh).toBe(
      '液氨制冷：快速冻结装置未设单独作业间，或作业间超过9人，第十二条第（二）项',
    )
  })

  it('are as many as their norms have, where the whole norm is loaded', () => {
    const count = (id: string) => sectors.find(({ sector }) => sector === id)?.criteria.length
    expect(count('gongmao')).toBe(64 + 1)
    expect(count('hazchem')).toBe(20)
    expect(count('fireworks')).toBe(20)
    expect(count('construction')).toBe(53)
    expect(count('special-equipment')).toBe(47)
  })

  it('are cited with norm and article', () => {
    expect(citeCriterion('gongmao.metallurgy.8')).toEqual({
      zh: '《工贸企业重大事故隐患判定标准》（应急管理部令第10号）第四条第（八）项',
      en: 'Criteria for Major Hazards in Industry and Trade Enterprises (MEM Order 10) art. 4(8)',
    })
    expect(citeCriterion('special-equipment.lift.2')?.zh).toBe(
      '特种设备重大事故隐患判定准则（GB 45067-2024）第4.6条b)',
    )
    expect(criterionOf('special-equipment.lift.2')).toMatchObject({
      article: '4.6 b)',
      weight: 'direct',
    })
    expect(citeCriterion('gongmao.nothing.1')).toBeUndefined()
    expect(criterionOf('gongmao.nothing.1')).toBeUndefined()
  })

  it('that count together are named by their combinations, and only where a sector has combinations', () => {
    for (const { criteria, combined, combinations } of sectors) {
      expect(combined).toBe(combinations.length > 0)
      expect(criteria.some(({ weight }) => weight === 'counted')).toBe(combined)
      for (const { among } of combinations)
        for (const code of among ?? [])
          expect(criteria.find((one) => one.code === code)?.weight).toBe('counted')
    }
  })
})

describe('the norms', () => {
  it('are all dated, and a newer one comes later', () => {
    for (const { norm, next, to } of sectors) {
      expect(isDay(norm.from)).toBe(true)
      if (next) expect(isDay(next.from) && next.from > norm.from).toBe(true)
      if (to) expect(to > norm.from).toBe(true)
    }
  })

  it('hold from their first day', () => {
    expect(idsAt('2017-11-12')).toEqual([])
    expect(idsAt('2017-11-13')).toEqual(['hazchem', 'fireworks'])
    expect(idsAt('2023-05-14')).not.toContain('gongmao')
    expect(idsAt('2023-05-15')).toContain('gongmao')
    expect(idsAt('2026-11-25')).toEqual([...new Set(sectors.map(({ sector }) => sector))])
  })
})

describe('a norm repealed', () => {
  const normOn = (on: string) =>
    suggestGrade({ sector: 'construction', codes: [], on }).norm.number.zh

  it('ends the day before the one that repeals it', () => {
    expect(normOn('2024-12-12')).toBe('建质规〔2022〕2号')
    expect(normOn('2024-12-13')).toBe('建质规〔2024〕5号')
    for (const day of ['2023-01-01', '2024-12-12', '2024-12-13', '2026-11-25'])
      expect(new Set(idsAt(day)).size).toBe(idsAt(day).length)
  })

  it('is offered in no form, while its codes keep their words', () => {
    const old = 'construction.2022-crane.6'
    expect(Object.keys(criteriaChoices)).not.toContain(old)
    expect(criterionOf(old)?.words.en).toContain('Fall arrester')
    expect(suggested({ sector: 'construction', codes: [old], on: '2023-06-01' })).toEqual([
      'major',
      true,
    ])
    expect(() => suggested({ sector: 'construction', codes: [old], on: '2025-06-01' })).toThrow(
      expect.objectContaining({ code: 'unknown-rule' }),
    )
  })
})

describe('the grade suggested', () => {
  it('is major by one direct criterion, with its words and article', () => {
    const { grade, because, norm, provisional } = suggestGrade({
      sector: 'gongmao',
      codes: ['gongmao.dust.3'],
      on: '2025-06-01',
    })
    expect({ grade, provisional }).toEqual({ grade: 'major', provisional: false })
    expect(norm.from).toBe('2023-05-15')
    expect(because).toEqual([
      {
        zh: '干式除尘未采取泄爆、惰化、抑爆等任何一种措施：《工贸企业重大事故隐患判定标准》（应急管理部令第10号）第十一条第（三）项',
        en: expect.stringContaining('art. 11(3)'),
      },
    ])
  })

  it('names each criterion once', () => {
    const codes = ['gongmao.common.1', 'gongmao.common.2', 'gongmao.common.1']
    expect(suggestGrade({ sector: 'gongmao', codes, on: '2025-06-01' }).because).toHaveLength(2)
  })

  it('is general where nothing listed was found, and reminds of the definition', () => {
    const { grade, because } = suggestGrade({ sector: 'gongmao', codes: [], on: '2025-06-01' })
    expect(grade).toBe('general')
    expect(because).toEqual([
      {
        zh: expect.stringContaining('令16号第3条'),
        en: expect.stringContaining('Order 16 art. 3'),
      },
    ])
  })

  it.each([
    [
      'a confirmed criterion decides',
      { sector: 'mines', codes: ['mines.exit.1'] },
      ['major', false],
    ],
    [
      'a criterion from memory only suggests',
      { sector: 'mines', codes: ['mines.underground-more.1'] },
      ['major', true],
    ],
    [
      'one confirmed beside it is enough',
      { sector: 'mines', codes: ['mines.underground-more.1', 'mines.exit.1'] },
      ['major', false],
    ],
    ['nothing found in an unconfirmed list only suggests', { sector: 'mines' }, ['general', true]],
    [
      'an unconfirmed norm only suggests',
      { sector: 'fire', codes: ['fire.direct.1'] },
      ['major', true],
    ],
    [
      'the day before a newer norm the old one decides',
      { sector: 'hazchem', codes: ['hazchem.item.1'], on: '2026-09-29' },
      ['major', false],
    ],
    [
      'from a newer norm on the old one only suggests',
      { sector: 'hazchem', codes: ['hazchem.item.1'], on: '2026-09-30' },
      ['major', true],
    ],
  ] as const)('%s', (_, grading, expected) =>
    expect(
      suggested({ ...grading, codes: [...('codes' in grading ? grading.codes : [])] }),
    ).toEqual(expected),
  )

  it('says which newer text is to be checked', () => {
    const { because } = suggestGrade({ sector: 'hazchem', codes: [], on: '2026-11-25' })
    expect(because.at(-1)?.zh).toContain('AQ 3067-2026）自2026-09-30起施行')
  })

  it.each([
    ['crowded', countedIn('fire.escape', 2), 'general'],
    ['crowded', countedIn('fire.escape', 3), 'major'],
    ['crowded', countedIn('fire.power', 3), 'general'],
    ['crowded', [...countedIn('fire.power', 3), 'fire.alarm.1'], 'major'],
    ['flammable', countedIn('fire.layout', 3), 'major'],
    ['flammable', countedIn('fire.escape', 3), 'general'],
    ['important', countedIn('fire.escape', 3), 'general'],
    ['important', countedIn('fire.escape', 4), 'major'],
    ['other', countedIn('fire.escape', 5), 'general'],
    ['other', countedIn('fire.escape', 6), 'major'],
    [undefined, countedIn('fire.escape', 5), 'general'],
    ['other', ['fire.direct.4'], 'major'],
  ] as const)('of fire in a place that is %s with %j is %s', (place, codes, grade) => {
    const found = suggestGrade({
      sector: 'fire',
      codes: [...codes],
      on: '2025-06-01',
      ...(place ? { place } : {}),
    })
    expect(found).toMatchObject({ grade, provisional: true })
  })

  it('counts what was counted on paper where any element counts', () => {
    const paper = (combinedCount: number) =>
      suggestGrade({
        sector: 'fire',
        codes: ['fire.alarm.2'],
        on: '2025-06-01',
        place: 'crowded',
        combinedCount,
      })
    expect(paper(3).grade).toBe('general')
    const four = paper(4)
    expect(four.grade).toBe('major')
    expect(four.because[0]?.zh).toContain('达到4条')
    expect(four.because[0]?.en).toContain('5.3.2 c)')
    expect(suggested({ codes: [], combinedCount: 99 })[0]).toBe('general')
  })

  it('is refused for a sector, a criterion or a day it knows nothing of', () => {
    expect(() => suggested({ sector: 'space-travel' })).toThrow(
      expect.objectContaining({ code: 'unknown-rule' }),
    )
    expect(() => suggested({ codes: ['fire.direct.1'] })).toThrow(
      expect.objectContaining({ code: 'unknown-rule' }),
    )
    expect(() => suggested({ on: '2023-05-14' })).toThrow(
      expect.objectContaining({ code: 'rule-not-in-force' }),
    )
  })
})
