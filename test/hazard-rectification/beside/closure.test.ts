// What may be done while the government considers the closure of an enterprise, and what is it told?
import { describe, expect, it } from 'vitest'
import { wantedBy } from '../../../domain/documents/compose.ts'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import {
  general,
  halted,
  type Line,
  listedByCity,
  type Play,
  played,
  sample,
  where,
} from '../charted.ts'

const proposed: Line = ['gao', 'propose-closure', sample('propose-closure')]
const lifting: Line = ['gao', 'lift-stop', sample('lift-stop')]
const lift = (play: Play) => refusal(() => play.act(actor('gao'), 'lift-stop', lifting[2] ?? {}))
const acceptance: Line[] = [
  ['mao', 'apply-acceptance', sample('apply-acceptance')],
  ['wu', 're-check-passed', sample('re-check-passed', 1)],
]
const approved: Line[] = [...acceptance, ['gao', 'approve-resume', sample('approve-resume')]]
const papersOf = (play: Play, type: string) => {
  const record = play.record()
  const act = { type, at: '2026-03-02T01:00:00.000Z', seq: 1, data: record.data[type] ?? {} }
  const party = { name: '试验化工', code: '9133', address: '' }
  return wantedBy({ process, record, party, act }).map(({ declared }) => declared.id)
}

describe('the stop of an enterprise that is proposed for closure', () => {
  it('is not lifted before the hazard has passed its re-check, nor before production may resume', () => {
    const play = played({}, ...listedByCity, ...halted, proposed)
    expect(lift(play).words).toContain('须经复查合格后方可解除')
    for (const [who, type, data] of acceptance) play.act(actor(who), type, data ?? {})
    expect(lift(play).words).toContain('须先批准恢复生产')
  })

  it('is lifted afterwards; the government is told, and what it was asked still waits for it', () => {
    const play = played({}, ...listedByCity, ...halted, proposed, ...approved)
    const before = play.effects.length
    expect(lift(play).code).toBe('none')
    expect(where(play, 'force')).toEqual(['force.closure-considered'])
    expect(play.task('record-closure')).toBeDefined()
    expect(papersOf(play, 'lift-stop')).toEqual(['closure-report'])
    const told = play.effects.slice(before).flatMap((one) => ('groups' in one ? one.groups : []))
    expect(told).toContain('330800-committee/supervisor')
    expect(play.record().snapshot.context).toMatchObject({
      stopOrdered: false,
      closureProposed: true,
    })
    play.act(actor('gao'), 'decline-closure', sample('decline-closure'))
    expect(where(play, 'force')).toEqual(['force.none'])
  })

  it('may still end by the closure that the government decides', () => {
    const play = played({}, ...listedByCity, ...halted, proposed, ...approved, lifting)
    play.act(actor('gao'), 'record-closure', sample('record-closure'))
    expect(where(play, 'handling', 'force')).toEqual(['force.ended', 'handling.closed-down'])
  })

  it('is not lifted any more once the lister has returned the hazard to its re-check', () => {
    const play = played({}, ...listedByCity, ...halted, proposed, ...approved)
    const taskId = play.task('de-list')?.id ?? ''
    const back = { to: 'handling.rechecking', reason: '未消除' }
    play.act(actor('yu'), 'return', back, { taskId })
    expect(lift(play).words).toContain('须经复查合格后方可解除')
  })

  it('without a proposal is lifted as before, and the government is told nothing', () => {
    const play = played({}, ...listedByCity, ...halted, lifting)
    expect([where(play, 'force'), papersOf(play, 'lift-stop')]).toEqual([['force.none'], []])
  })
})

describe('a hazard that is written off while the government considers the closure', () => {
  it('is reported to it', () => {
    const play = played(
      {},
      ...general,
      ['lin', 'issue-order', sample('issue-order')],
      ...halted,
      proposed,
      ['mao', 'report-rectified', sample('report-rectified')],
      ['wu', 're-check-passed', sample('re-check-passed')],
      ['chen', 'write-off', sample('write-off')],
    )
    expect(papersOf(play, 'write-off')).toEqual(['closure-report', 'write-off'])
  })
})
