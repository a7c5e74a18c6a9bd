// Does the forecast of a case hold the legal review and the discussion of the leaders that the law asks for (处罚法 57, 58)?
import { describe, expect, test } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { lawOf } from '../../../domain/model/decision-context.ts'
import type { Passage } from '../../../domain/views/forecast/past-ways.ts'
import { fewest, usualWay } from '../../../domain/views/forecast/usual-way.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { day, matter, noticed, prosecuting } from '../samples.ts'

const at = `${day}T02:00:00.000Z`
const [small, complex] = [0, 4]

/** Most cases are small: weighed, and decided at once. */
const withoutReview: Passage[] = Array.from({ length: fewest }, () => ({
  region: '330802',
  state: 'handling.weighing',
  event: 'weigh-defence',
  next: 'handling.deciding',
  enteredAt: at,
  stay: 1,
  rest: 5,
  share: null,
  sort: '',
  running: '',
  again: false,
  index: 0,
  way: [],
})).map((one) => ({ ...one, way: [one] }) as unknown as Passage)

const wayOf = (report: number, history: Passage[] = []): string[] => {
  const record = prosecuting(matter, day, ...noticed(report)).record()
  const law = { at, ...lawOf(decisionContextAt(at), record) }
  return usualWay(enforcementCase, 'handling.weighing', history, record.snapshot.context, law)
    .map(({ state }) => state.split('.').at(-1) ?? '')
    .slice(0, 4)
}

describe('from the weighing of what the party has said', () => {
  test('a complex case is reviewed in law and discussed before it is decided', () => {
    const whole = ['weighing', 'legal-review', 'discussing', 'deciding']
    expect(wayOf(complex)).toEqual(whole)
    expect(wayOf(complex, withoutReview)).toEqual(whole)
  })

  test('a small one goes the way that small ones go', () => {
    const short = ['weighing', 'deciding', 'serving', 'performing']
    expect([wayOf(small), wayOf(small, withoutReview)]).toEqual([short, short])
  })
})
