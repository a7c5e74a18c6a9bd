// Is what follows from the reply to an accident followed to its end, each by its own kind of days?
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import type { CaseEffect } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { opened } from '../support/walks/walk.ts'
import { emergency, type Line, sample } from './playing.ts'
import { called, grave, reported } from './samples.ts'

const [ji, chen, yu] = [actor('ji'), actor('chen'), actor('yu')]
/** New Year's Eve of the Spring Festival of 2026: 15 to 23 February are days off, 14 and 28 February are worked. */
const eve = (time: string) => `2026-02-16T${time}:00+08:00`

const replied: Line[] = [
  ['dan', 'verify'],
  ['gao', 'start-response'],
  ['dan', 'report-to-city'],
  ['du', 'acknowledge-report'],
  ['gao', 'end-response'],
  ['gao', 'open-investigation'],
  ['chen', 'submit-report'],
  ['gao', 'reply'],
]
const told = { ...reported, happenedAt: eve('22:00'), toldAt: eve('22:10') }
const followed = () => emergency(told, { from: eve('22:30') }, ...replied)
const measure = {
  to: 'county-enforcement/section-chief',
  measure: '更换联锁',
  dueDate: '2026-03-20',
}

describe('an accident on the eve of the Spring Festival', () => {
  test('promise (emergencies): hours run through the holidays, and working days beside them in the same case wait for their end', () => {
    const play = followed()
    expect(play.dueAt('county-report')).toBe('2026-02-17 00:30')
    expect(play.dueAt('verification')).toBe('2026-02-16 22:45')
    // The 20th working day after 16 February: 24 to 28 February, 2 to 6, 9 to 13 and 16 to 20 March.
    expect(play.due('publication')).toBe('2026-03-20')
    expect(play.due('investigation')).toBe('2026-04-17')
  })

  test('of a larger one the province is told by telephone within the hour of the night', () => {
    const play = emergency(
      { ...grave, happenedAt: eve('22:00'), toldAt: eve('22:10') },
      { from: eve('22:30') },
    )
    expect(play.dueAt('county-phone')).toBe('2026-02-16 23:30')
  })
})

test('after the response has ended the mark is that of the accident, and rises with it', () => {
  const play = emergency(called, {}, ['dan', 'verify', { findings: '属实', dead: 2 }])
  const level = () => emergencyResponse.level(play.record())
  play.act(actor('gao'), 'start-response', sample('start-response', 1) ?? {})
  expect(level()).toBe(2)
  play.act(actor('gao'), 'end-response', { reason: '火已扑灭' })
  expect(level()).toBe(4)
  play.act(actor('dan'), 'record-casualties', { asOf: '2026-03-02', dead: 3, reason: '医院通报' })
  expect(level()).toBe(3)
})

describe('a measure', () => {
  const taskOf = (play: ReturnType<typeof followed>) =>
    Object.values(play.record().openTasks).find(({ task }) => task === 'carry-out-measure')

  test('is reported by whom it was given to, found done by who follows it up, and holds up the evaluation until then', () => {
    const play = followed()
    play.act(ji, 'set-measure', measure)
    const taskId = taskOf(play)?.id ?? ''
    expect(taskOf(play)?.groups).toEqual(['330802-bureau/section-chief'])
    const evaluate = () => play.act(ji, 'evaluate', { findings: '已落实', conclusion: '合格' })
    expect(refusal(evaluate).words).toMatch(/^尚有1项整改措施未完成/)
    play.act(chen, 'report-measure', { done: '已更换' }, { taskId })
    play.act(ji, 'reject-measure', { reason: '未更换到位' }, { taskId })
    play.act(chen, 'report-measure', { done: '全部更换' }, { taskId })
    play.act(ji, 'confirm-measure', { findings: '属实' }, { taskId })
    expect(refusal(evaluate).words).toContain('尚未向社会公布')
    play.act(ji, 'publish-result', { outcome: '已依法处理' })
    evaluate()
    expect(play.where('investigation')).toBe('investigation.evaluated')
  })

  test('late is told to who answers for it and who follows it up, and ten working days later to the leaders', () => {
    const play = followed()
    play.act(ji, 'set-measure', measure)
    const told = (about: string) =>
      play.effects.flatMap((one) => ('groups' in one && one.about === about ? one.groups : []))
    play.to('2026-03-20T16:00:00.000Z')
    expect(told('not-done')).toEqual(
      expect.arrayContaining([
        '330802-bureau/section-chief',
        '330802-committee/supervisor',
        '330800-committee/supervisor',
      ]),
    )
    play.to('2026-04-30T16:00:00.000Z')
    expect(told('still-not-done')).toEqual(
      expect.arrayContaining(['330802-bureau/leader', '330800-leadership/leader']),
    )
  })
})

describe('the reply', () => {
  test('opens the penalty of a person, or of another unit, against whoever is named and not against the unit of the accident', () => {
    for (const [party, partyKind] of [
      ['individual', 'individual'],
      ['organisation', 'organisation'],
    ]) {
      const play = followed()
      play.act(chen, 'open-enforcement', { party, who: '王某某', facts: '违章指挥' })
      const { data } = play.effects.findLast((one) => one.kind === 'case') as CaseEffect
      expect(data).toMatchObject({ partyKind, partyName: '王某某' })
      expect(data).not.toHaveProperty('enterprise')
      expect(v.safeParse(enforcementCase.start.schema, data).issues).toBeUndefined()
    }
  })

  test('of the city is published by nobody of the county', () => {
    const play = emergency(
      grave,
      {},
      ['dan', 'verify', { findings: '属实' }],
      ['shi', 'open-investigation'],
      ['ke', 'submit-report'],
      ['shi', 'reply'],
    )
    expect(refusal(() => play.does(['gao', 'publish-result'])).code).toBe('not-allowed')
  })

  test('opens a hazard and an enforcement case, and what is published is published once', () => {
    const play = followed()
    play.act(chen, 'open-hazard', { title: '联锁缺失', site: '三车间', description: '无联锁' })
    play.act(chen, 'open-enforcement', { party: 'unit', who: '事发企业', facts: '未落实责任' })
    expect(play.record().links?.map(({ process }) => process)).toEqual([
      'hazard-rectification',
      'enforcement-case',
    ])
    const opening = play.effects.find(
      (one) => one.kind === 'case' && one.process === 'enforcement-case',
    )
    const { data } = opening as CaseEffect
    expect(opened(enforcementCase, chen, data, '2026-03-20T01:00:00.000Z').record).toMatchObject({
      status: 'open',
      region: play.record().region,
      data: {
        'propose-filing': { partyKind: 'organisation', facts: '未落实责任', source: 'accident' },
      },
    })
    expect(v.safeParse(enforcementCase.start.schema, data).issues).toBeUndefined()
    expect(data).toMatchObject({ enterprise: play.record().owner })
    play.act(ji, 'publish-result', { outcome: '已依法处理' })
    expect(play.clock('publication')?.status).toBe('met')
    expect(refusal(() => play.act(yu, 'publish-result', { outcome: '再次' })).words).toBe(
      '处理情况已经公布',
    )
  })
})
