// Is a correction refused that the chart of the case would not follow?
import { describe, expect, test } from 'vitest'
import { judgeCorrection } from '../../domain/engine/judging/judge-corrections.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { refusal } from '../case/acting.ts'
import { reported, samples } from '../hazard-rectification/samples.ts'
import { actor } from '../support/people/cast.ts'
import { playedBy, sampleIn } from '../support/processes/lines.ts'
import { decisionContextAt } from '../support/walks/walk.ts'

const hazard = playedBy(hazardRectification, 'lin', sampleIn(samples))
const verified = () => hazard(reported, '2026-03-02', ['lin', 'verify'], ['wu', 'sign', {}])
type Play = ReturnType<typeof verified>

const verifying = (play: Play) => {
  const at = play.facts.findLastIndex(({ type }) => type === 'verify')
  const { type = '', data = {} } = play.facts[at] ?? {}
  const seq = at + 2
  return { seq, people: [], fact: { seq, type, data, actor: 'lin', latest: true } }
}

/** What was verified, by two people of the county. */
const correct = (play: Play, field: string, value: string) => {
  const { seq, ...lookedUp } = verifying(play)
  play.act(actor('lin'), 'request-correction', { seq, field, value, reason: '笔误' }, { lookedUp })
  play.act(actor('chen'), 'approve-correction', { seq }, { lookedUp })
}

describe('what the case has gone on by', () => {
  test('is not corrected: the record would say one thing, and the case do another', () => {
    const play = verified()
    const before = play.record()
    const graded = refusal(() => correct(play, 'grade', 'major'))
    expect(graded).toEqual({
      code: 'not-possible-now',
      words: '案件已据此项内容继续办理，不能更正；请撤回或者退回该步骤后重新办理，或者另行登记',
    })
    expect(play.record()).toEqual(before)
  })

  test('is asked about again when the correction is approved', () => {
    const play = verified()
    const { seq, ...lookedUp } = verifying(play)
    const record = play.record()
    const waits = {
      [seq]: { about: 'verify', data: { grade: 'major' }, reason: '笔误', by: 'lin' },
    }
    const verdict = judgeCorrection(
      hazardRectification,
      { ...record, corrections: waits },
      actor('chen'),
      { type: 'approve-correction', data: { seq }, taskId: null },
      { ...decisionContextAt('2026-03-02T09:00:00.000Z'), lookedUp },
    )
    expect(verdict).toMatchObject({ allowed: false, code: 'not-possible-now' })
  })

  test('is other than its mere words', () => {
    const play = verified()
    expect(refusal(() => correct(play, 'findings', '软管确已开裂')).code).toBe('none')
  })
})
