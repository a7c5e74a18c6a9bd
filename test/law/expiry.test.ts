// Does every period of the rule book say what its end brings, in a sentence that a lawyer would sign?
import { describe, expect, test } from 'vitest'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import { expiryEffects, expiryOfRule } from '../../domain/law/expiry/expiry.ts'
import { ruleBook } from '../../domain/law/rule-book.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { expiryTable } from '../support/processes/expiry-table.ts'
import { get } from './http.ts'

const newest = [...Map.groupBy(ruleBook, ({ id }) => id).values()].flatMap(
  (rows) => rows.at(-1) ?? [],
)
const wordsOf = (id: string, on = '2026-03-02') => {
  const start = /T/.test(on) ? on : `${on}T09:00+08:00`
  return computeTimeLimit({ rule: id, start }, decreeCalendars).expiry
}

describe('the sentences', () => {
  test('promise (law): every family of the rule book says in one sentence of its own what its end brings, in both languages', () => {
    expect(newest).toHaveLength(224)
    for (const { id, onExpiry } of newest) {
      const texts = expiryEffects[id]
      expect(texts, id).toBeDefined()
      expect(
        [texts?.words.zh.length, texts?.words.en.length].every((length) => (length ?? 0) >= 8),
        id,
      ).toBe(true)
      expect(texts?.words.zh, id).not.toMatch(/[。a-z]|提醒$/)
      expect(texts?.words.en, id).toMatch(/^[A-Z][^。，]*[^.]$/)
      if (onExpiry.startsWith('deemed')) expect(texts?.words.zh, id).toMatch(/视为|即为/)
    }
    const families = new Set(newest.map(({ id }) => id))
    const versions = new Set(ruleBook.map(({ id, version }) => `${id}@${version}`))
    for (const key of Object.keys(expiryEffects))
      expect(families.has(key) || versions.has(key), key).toBe(true)
  })

  test('“not deemed granted” is said only where a licence is asked for', () => {
    const licences = newest
      .filter(({ id }) => /视为准予许可/.test(expiryEffects[id]?.words.zh ?? ''))
      .map(({ id }) => id)
    expect(
      licences.every((id) =>
        /\.(review|decision|joint-decision|production-licence-decision|licence-decision)$/.test(id),
      ),
    ).toBe(true)
    expect(newest.some(({ id }) => /不产生视为批准/.test(expiryEffects[id]?.words.zh ?? ''))).toBe(
      false,
    )
  })

  test.each<[string, RegExp, RegExp]>([
    ['enforcement-case.limitation', /二年内未被发现的，不再给予行政处罚/, /no longer punished/],
    ['enforcement-case.limitation-serious', /五年内未被发现的，不再给予行政处罚/, /five years/],
    ['enforcement-case.suspension-max', /满三年未恢复执行的，不再执行/, /executed no more/],
    ['enforcement-case.hearing-request', /丧失本次要求听证的权利/, /lost the right/],
    ['enforcement-case.demand', /不自催告起算/, /not from the demand/],
    ['enforcement-case.litigation', /自救济期限届满之日起三个月内/, /end of the remedy periods/],
    [
      'enforcement-case.court-application',
      /丧失申请人民法院强制执行的权利/,
      /lost the right to enforcement/,
    ],
    ['enforcement-case.seizure', /立即解除查封、扣押/, /lifted at once/],
    ['special-work.calibration', /设备恢复监测/, /monitored again/],
    ['special-work.hot-first', /停止作业/, /work must stop/],
    [
      'hazchem-licence.renewal-application',
      /逾期申请，不推定产生视为准予延续/,
      /no deemed renewal is assumed/,
    ],
    [
      'hazchem-licence.renewal-decision',
      /审查时限届满本身不产生延续的效力/,
      /alone renews nothing/,
    ],
    [
      'emergency-response.casualty-supplement',
      /据届满时的伤亡人数认定事故等级/,
      /level of the accident/,
    ],
    ['licensing.decision', /不视为准予许可/, /not a deemed grant/],
    ['hazard-rectification.site-review', /不视为同意恢复生产/, /no consent/],
  ])('%s', (id, zh, en) => {
    const { words } = wordsOf(id)
    expect([words.zh, words.en]).toEqual([expect.stringMatching(zh), expect.stringMatching(en)])
    expect(words.zh).not.toContain('程序可以继续')
  })

  test('no sentence contradicts the note of its rule', () => {
    for (const { id, note } of newest)
      if (note?.zh.includes('不推定视为准予延续'))
        expect(expiryEffects[id]?.words.zh).toMatch(/不推定/)
  })

  test('an earlier law says what it said: no cap of the surcharge before 2012, a list that is prolonged until 2017', () => {
    expect(wordsOf('enforcement-case.payment', '2010-03-02').words.zh).toContain('2012年起')
    expect(wordsOf('credit.term', '2015-06-20').words.zh).toContain('延长管理期限')
  })

  test('what no text that has been read states is provisional, and so is every rule whose text is unconfirmed', async () => {
    for (const rule of ruleBook)
      if (rule.confidence === 'M' || rule.lawVersion)
        expect(expiryOfRule(rule).provisional, rule.id).toBe(true)
    expect(wordsOf('enforcement-case.limitation')).toMatchObject({
      provisional: false,
      basis: { zh: '行政处罚法（2021）第36条' },
    })
    expect(wordsOf('licensing.certificate-delivery')).toMatchObject({ provisional: true })
    const { body } = await get('/api/time-limits/rules?id=licensing.acceptance')
    expect(body.items).toMatchObject([
      { expiry: { words: { zh: expect.stringContaining('即为受理') }, provisional: false } },
    ])
  })

  test('docs/generated/expiry-effects.md is of today', async () => {
    await expect(expiryTable()).toMatchFileSnapshot('../../docs/generated/expiry-effects.md')
  })
})
