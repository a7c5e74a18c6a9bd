// Do the rules that judge an act count by the versions that administrators have entered, as the clocks do?
import { describe, expect, test } from 'vitest'
import { decide } from '../../../domain/engine/decide.ts'
import { judge } from '../../../domain/engine/judging/judge.ts'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { rulesWith } from '../../../domain/law/entered.ts'
import type { DecisionContext } from '../../../domain/model/decision-context.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { playing } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const norm = { zh: '试验规定', en: 'Trial rules' }
const entered = (region: string | null): DecisionContext => {
  const terms = {
    rule: 'hazard-rectification.temporary-stop-max',
    region,
    from: '2026-03-01',
    n: 3,
    source: '试验',
    running: null,
  }
  const rules = rulesWith([
    { id: 'p0', entry: { kind: 'rule', ...terms, norm, article: norm, confidence: 'V' } },
  ])
  return { at, calendars: decisionContextAt(at).calendars, rules, noticeWindowMs: 0 }
}

/** A major hazard of Kecheng, waiting for measures on the spot. */
const measuring = () => {
  const play = playing(process, actor('qi'), reported, at)
  play.act(actor('lin'), 'verify', { grade: 'major', findings: '属实', criteria: [] })
  return play.act(actor('wu'), 'sign')
}
const stop = (until: string) => ({
  type: 'take-measures',
  data: { measures: 'stop-all', scope: '全厂', until },
  taskId: null,
})

describe('a stop on the spot under a confirmed number of three months', () => {
  const judged = (until: string, decisionContext: DecisionContext) =>
    judge(process, measuring(), actor('lin'), stop(until), decisionContext)

  test('is refused beyond them with the article entered', () => {
    expect(judged('2026-06-02', entered(null)).allowed).toBe(true)
    expect(judged('2026-06-03', entered(null))).toMatchObject({
      allowed: false,
      code: 'not-allowed',
      reasons: [{ zh: expect.stringMatching(/3个月.*2026-06-02.*试验规定/) }],
    })
  })

  test('counts in its own place only', () => {
    expect(judged('2026-06-03', entered('330802')).allowed).toBe(false)
    expect(judged('2026-06-03', entered('330881')).allowed).toBe(true)
  })

  test('the chart moves by what was judged, and the clock ends on the same day', () => {
    const command = { ...stop('2026-06-02'), by: actor('lin'), ifMatch: null, occurredAt: at }
    const { record } = decide(process, measuring(), command, entered(null))
    expect(record.obligations.find(({ clock }) => clock === 'temporary-stop')?.due).toBe(
      '2026-06-02',
    )
    expect(() =>
      decide(process, measuring(), { ...command, ...stop('2026-06-03') }, entered(null)),
    ).toThrow('not-allowed')
  })
})
