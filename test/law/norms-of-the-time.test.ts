// Is every case judged by the norms of its own time?
import { describe, expect, test } from 'vitest'
import { calculationNamed } from '../../domain/law/calculations/catalogue/registry.ts'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import { ruleBook } from '../../domain/law/rule-book.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

/** From when a norm named in a sentence may be cited; the names are those of an article in Chinese. */
const since: [name: RegExp, from: string][] = [
  [/民法典/, '2021-01-01'],
  [/民法总则/, '2017-10-01'],
  [/行政处罚法（2021）/, '2021-07-15'],
  [/行政强制法|强制法第/, '2012-01-01'],
  [/安全生产法（2014）/, '2014-12-01'],
  [/安全生产法（2021）/, '2021-09-01'],
  [/令77号/, '2015-05-01'],
  [/应急令18号/, '2026-02-01'],
  [/危险化学品安全法/, '2026-05-01'],
  [/行政许可法|许可法第/, '2004-07-01'],
  [/令55号/, '2012-09-01'],
  [/令45号/, '2012-04-01'],
  [/令36号/, '2011-02-01'],
  [/令16号/, '2008-02-01'],
  [/令21号/, '2009-07-01'],
  [/令40号/, '2011-12-01'],
  [/令30号/, '2010-07-01'],
  [/493号/, '2007-06-01'],
  [/708号/, '2019-04-01'],
  [/应急令2号/, '2019-09-01'],
  [/应急令11号/, '2023-10-01'],
  [/特种设备安全法/, '2014-01-01'],
  [/GB 30871-2022/, '2022-10-01'],
  [/民事诉讼法第(86|95)条/, '2022-01-01'],
]
const younger = (words: string, on: string): string[] =>
  since.flatMap(([name, from]) => (name.test(words) && on < from ? [`${name} ${on}`] : []))
const run = (name: string, input: unknown) =>
  JSON.stringify(calculationNamed(name).run(input, decreeCalendars).reckoning)

describe('promise (law): no norm is cited that is younger than the case', () => {
  test('in the articles, pauses and extensions of every version of the rule book', () => {
    const wrong = ruleBook.flatMap(({ id, version, from, article, pauses, extend, unit }) => {
      const start = unit === 'H' || unit === 'MIN' ? `${from}T09:00+08:00` : from
      const { explanation, expiry } = computeTimeLimit(
        { rule: id, version, start },
        decreeCalendars,
      )
      // Force majeure is cited by the day it happens.
      const grounds = Object.entries(pauses).flatMap(([kind, text]) =>
        kind === 'force-majeure' ? [] : [text.zh],
      )
      const texts = [
        article.zh,
        explanation.zh,
        expiry.words.zh,
        expiry.basis.zh,
        ...grounds,
        ...extend.map((step) => step.article.zh),
      ]
      return texts
        .flatMap((words) => younger(words, from))
        .map((fault) => `${id}@${version}: ${fault}`)
    })
    expect(wrong).toEqual([])
  })

  test.each([
    ['2010-03-02', '民法通则第154条'],
    ['2019-03-02', '民法总则第201–203条'],
    ['2026-03-02', '民法典第201–203条'],
  ])('a free period of %s rests on %s', (start, law) => {
    const { explanation } = computeTimeLimit(
      { rule: 'adhoc', unit: 'ND', n: 15, roll: 'party', start },
      decreeCalendars,
    )
    expect(explanation.zh).toContain(law)
  })

  test('a roll of 2013 rests on the law of 2013, one of 2026 on the Civil Code', () => {
    const rolled = (start: string) =>
      computeTimeLimit({ rule: 'enforcement-case.payment', start }, decreeCalendars).explanation.zh
    expect(rolled('2013-09-18')).toContain('顺延至2013-10-08（民法通则第154条）')
    expect(rolled('2026-09-18')).toContain('顺延至2026-10-08（民法典第203条）')
  })

  test('force majeure of 2020 and of 2026', () => {
    const paused = (year: string) =>
      computeTimeLimit(
        {
          rule: 'enforcement-case.litigation',
          start: `${year}-01-30`,
          pauses: [{ from: `${year}-02-03`, to: `${year}-02-09`, kind: 'force-majeure' }],
        },
        decreeCalendars,
      ).explanation.zh
    expect(paused('2020')).toContain('不可抗力（民事诉讼法）')
    expect(paused('2026')).toContain('不可抗力（民事诉讼法第86条）')
  })

  test('sums and windows', () => {
    const surcharge = run('late-surcharge', { fine: 100, served: '2010-03-01', asOf: '2010-05-01' })
    expect(younger(surcharge, '2010-03-01')).toEqual([])
    expect(surcharge).toContain('行政处罚法（1996）第51条')
    expect(younger(run('remedy-windows', { served: '2010-03-01' }), '2010-03-01')).toEqual([])
    expect(younger(run('remedy-windows', { served: '2014-05-30' }), '2014-09-01')).toEqual([])
    expect(
      younger(
        run('required-review', { date: '2010-03-01', fine: 60_000, complex: true }),
        '2010-03-01',
      ),
    ).toEqual([])
    expect(run('required-review', { date: '2026-03-01', complex: true })).toContain(
      '行政处罚法（2021）第57条',
    )
  })
})
