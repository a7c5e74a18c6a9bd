// When a period is reckoned again under other books, do its extensions stand as they were granted?
import { describe, expect, test } from 'vitest'
import { extend, pause } from '../../../domain/engine/clocks/rearming.ts'
import { reckonAgain } from '../../../domain/engine/reproject.ts'
import { rulesWith } from '../../../domain/law/entered.ts'
import type { DecisionContext } from '../../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { Obligation } from '../../../domain/model/record.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { withYear } from '../../../domain/time/imports.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { playing } from '../acting.ts'

/** The counter, within the period of this rule. */
const within = (rule: string): ProcessDefinition => ({
  ...counter,
  clocks: counter.clocks.map((clock) => ({ ...clock, due: { rule } })),
})
const nine = (day: string) => `${day}T01:00:00.000Z`
const on = (day: string, more: Partial<DecisionContext> = {}): DecisionContext => ({
  at: nine(day),
  calendars: decreeCalendars,
  noticeWindowMs: 0,
  ...more,
})
const begun = (process: ProcessDefinition, day: string) => {
  const { obligations, region } = playing(
    process,
    actor('lin'),
    { region: '330802' },
    nine(day),
  ).record()
  const [one] = obligations
  if (!one) throw new Error('no period has begun')
  return { one, region }
}
const again = (
  process: ProcessDefinition,
  region: string,
  one: Obligation,
  context: DecisionContext,
) => reckonAgain(process, { obligations: [one], region } as never, context)
const notice = (off: string[], work: string[] = []) =>
  withYear(decreeCalendars, 2027, { decree: '试验通知', source: '试验', off, work })

const decision = within('licensing.decision')
const ten = { by: 10, reason: '情况复杂' }
const experts = { kind: 'expert-review', reason: '评审', article: null }

describe('an extension', () => {
  // Twenty working days from 2026-12-30: the estimate is 2027-01-28.
  test('granted on the last estimated day stands, though the notice ends the period before it', () => {
    const { one, region } = begun(decision, '2026-12-30')
    expect(one.due).toBe('2027-01-28')
    const longer = extend(decision, one, ten, on('2027-01-28'))
    const calendars = notice(['2027-01-01'], ['2027-01-09', '2027-01-10'])
    const { obligations } = again(decision, region, longer, on('2027-01-28', { calendars }))
    // Thirty working days with two worked weekend days: 02-09.
    expect(obligations).toMatchObject([{ due: '2027-02-09', provisional: false }])
  })

  test('is still refused once the period is over', () => {
    const { one } = begun(decision, '2026-03-02')
    expect(one.due).toBe('2026-03-30')
    expect(extend(decision, one, ten, on('2026-03-30')).due).toBe('2026-04-14')
    expect(() => extend(decision, one, ten, on('2026-03-31'))).toThrow(/after the period had ended/)
  })

  test('granted while the period stands still keeps the end that was known then', () => {
    const { one, region } = begun(decision, '2026-03-02')
    const still = pause(decision, one, experts, on('2026-03-23'))
    const longer = extend(decision, still, ten, on('2026-04-10'))
    const later = on('2026-05-20', { calendars: notice(['2027-01-01']) })
    const { obligations, movedPeriods } = again(decision, region, longer, later)
    expect(obligations[0]?.due).toBe(longer.due)
    expect(obligations[0]?.pauses).toEqual(longer.pauses)
    expect(movedPeriods).toEqual([])
  })

  test('stands under a version that would grant none', () => {
    const process = within('enforcement-case.decision')
    const { one, region } = begun(process, '2026-01-20')
    const longer = extend(process, one, { by: 60, reason: '案情复杂' }, on('2026-02-10'))
    expect(longer.due).toBe('2026-04-20')
    const norm = { zh: '试验规定', en: 'Trial rules' }
    const terms = { region: null, from: '2026-03-01', n: 40, source: '试验', running: '附则' }
    const rules = rulesWith([
      {
        id: 'p0',
        entry: {
          kind: 'rule',
          rule: 'enforcement-case.decision',
          ...terms,
          norm,
          article: norm,
          confidence: 'V',
        },
      },
    ])
    const { obligations } = again(process, region, longer, on('2026-03-02', { rules }))
    expect(obligations).toMatchObject([{ due: '2026-04-30' }])
  })
})
