// What stands against a version or a promise that somebody wants to enter?
import { describe, expect, test } from 'vitest'
import {
  booksOf,
  causeOf,
  type InForce,
  inForceWith,
  reachOf,
  subjectOf,
  versionOf,
} from '../../domain/change/change.ts'
import { enterable, judgeEntry } from '../../domain/change/entry.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { EnteredRule, PromisedLimit } from '../../domain/law/entered.ts'
import { committedRules } from '../../domain/law/rule-book.ts'
import { processes } from '../../domain/processes.ts'

const at = '2026-11-26T02:00:00.000Z'
const ids = enterable(processes)
const promise: PromisedLimit = {
  kind: 'promise',
  rule: 'hazchem-licence.promised-acceptance',
  region: '330802',
  from: '2026-11-01',
  n: 1,
  source: '服务承诺公告',
  running: null,
}
const law: EnteredRule = {
  ...promise,
  kind: 'rule',
  rule: 'hazchem-licence.acceptance',
  region: null,
  norm: { zh: '试验规定', en: 'Trial rules' },
  article: { zh: '第3条', en: 'art. 3' },
  confidence: 'V',
}
const faults = (entry: EnteredRule): string[] => {
  try {
    judgeEntry(entry, at, { ids, rules: committedRules })
    return []
  } catch (error) {
    if (error instanceof DomainError)
      return [String(error.details.pointer), ...error.reasons.map(({ en }) => en)]
    throw error
  }
}

describe('what may be entered', () => {
  test('periods that cases count by, promises among them; not how long a right lasts', () => {
    expect(ids).toContain('hazchem-licence.acceptance')
    expect(ids).toContain('hazchem-licence.promised-review')
    expect(ids).not.toContain('hazchem-licence.validity')
    expect(ids).not.toContain('hazchem-licence.renewal-application')
    expect([faults(law), faults(promise)]).toEqual([[], []])
    expect(faults({ ...law, rule: 'hazchem-licence.validity' })[0]).toBe('/proposed/rule')
    expect(faults({ ...law, rule: 'constructor' })[0]).toBe('/proposed/rule')
  })

  test('a promise is no rule, a rule is no promise', () => {
    expect(faults({ ...law, rule: promise.rule })[0]).toBe('/proposed/rule')
    expect(faults({ ...promise, rule: law.rule })[0]).toBe('/proposed/rule')
  })

  test('a promise is not longer than the law', () => {
    expect(faults({ ...promise, n: 5 })).toEqual([])
    expect(faults({ ...promise, n: 6 })).toEqual([
      '/proposed/n',
      expect.stringContaining('5 working day'),
    ])
  })

  test('running periods are included only from a day that has come', () => {
    expect(faults({ ...law, from: '2027-01-01' })).toEqual([])
    expect(faults({ ...law, from: '2027-01-01', running: '附则' })[0]).toBe('/proposed/from')
    expect(faults({ ...law, from: '2026-11-26', running: '附则' })).toEqual([])
  })

  test('no day, no place', () => {
    expect(faults({ ...law, from: '2026-02-30' })[0]).toBe('/proposed/from')
    expect(faults({ ...law, region: '110000' })[0]).toBe('/proposed/region')
  })
})

describe('what is in force', () => {
  const inForce: InForce[] = inForceWith([], 'p1', law)
  test('taking a version back leaves what it had replaced', () => {
    const [without, withIt] = [booksOf([]), booksOf(inForce)]
    expect(versionOf(withIt)).toBe(`${versionOf(without)}·${withIt.rules.version}`)
    expect(versionOf(booksOf(inForceWith(inForce, 'p2', { kind: 'revoke', proposal: 'p1' })))).toBe(
      versionOf(without),
    )
    expect(() => inForceWith(inForce, 'p2', { kind: 'revoke', proposal: 'p9' })).toThrow(
      /invalid-input/,
    )
  })

  test('a change reaches the periods of its rule in its place, taking it back the same ones', () => {
    const books = booksOf(inForce)
    expect(reachOf(promise, books)).toEqual({ rule: promise.rule, regions: ['330802'] })
    expect(reachOf(subjectOf(inForce, { kind: 'revoke', proposal: 'p1' }), books)).toMatchObject({
      rule: law.rule,
    })
  })

  test('the cause names number, article and day', () => {
    expect(causeOf(law, law).zh).toBe('申请受理（补正告知） 1个工作日（第3条），自2026-11-01起')
    expect(causeOf({ kind: 'revoke', proposal: 'p1' }, promise).zh).toMatch(
      /^撤回：柯城区受理（承诺时限） 1个工作日/,
    )
  })
})
