// What becomes of two cases of one event when the later is joined to the earlier, and when may it not be?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { judgeNamed } from '../../../domain/engine/judging/named-case.ts'
import { obeyLink } from '../../../domain/engine/linked.ts'
import type { CaseRecord, NewEffect } from '../../../domain/model/record.ts'
import { later } from '../../../domain/time/instant.ts'
import { clockViews } from '../../../domain/views/clock-view.ts'
import { playing, refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { emergency, type Line, sample } from '../playing.ts'
import { called, drill, start } from '../samples.ts'

const joining = { mainCase: '试〔2026〕0号', mainCaseId: 'c-0', reason: '同一处火情' }
const join: Line = ['dan', 'join-case', joining]
const verified: Line[] = [['dan', 'verify']]
const responding: Line[] = [...verified, ['gao', 'start-response']]

const whole = { ...emergency(called, {}).record(), id: 'c-0', number: '试〔2026〕0号' }
const reasonOf = (work: () => unknown) => refusal(work).words

describe('the later case', () => {
  it('that has gone to the province is told to the province as joined', () => {
    const play = emergency({ ...called, dead: 3 }, { by: 'du' }, ['du', 'report-to-province'])
    play.does(['du', 'join-case', joining])
    expect(play.notified('join-case')).toContain('330000-command/duty-officer')
  })

  it('closes with all of its regions ended, its clocks ended by the act, and the reason said', () => {
    const play = emergency(called, {}, ...verified)
    const running = play.record().obligations.filter(({ status }) => status === 'running')
    expect(running.length).toBeGreaterThan(2)
    play.does(join)
    const record = play.record()
    expect([record.status, play.where('response'), play.where('reporting')]).toEqual([
      'closed',
      'response.joined',
      'reporting.ended',
    ])
    expect(emergency(called, {}, join).clock('verification')?.status).toBe('replaced')
    expect(record.obligations.filter(({ endedAt }) => endedAt === null)).toEqual([])
    const ended = running.map(({ id }) => record.obligations.find((one) => one.id === id)?.endedBy)
    expect(new Set(ended)).toEqual(new Set(['join-case']))
    const [view] = clockViews(
      emergencyResponse,
      record,
      decisionContextAt(start),
      'internal',
    ).filter(({ endedBy }) => endedBy)
    expect(view?.endedBy?.zh).toBe('并入主案：同一处火情')
    const party = clockViews(emergencyResponse, record, decisionContextAt(start), 'party')
    expect(party.flatMap(({ endedBy }) => endedBy?.zh ?? [])).not.toContain('并入主案：同一处火情')
  })

  it('tells the main case which report it was, who has joined it and why, and what it knew', () => {
    const play = emergency({ ...called, dead: 1 }, {}, join)
    const told = play.effects.find((one) => one.kind === 'act')
    expect(told).toMatchObject({
      to: 'c-0',
      process: 'emergency-response',
      type: 'case-joined',
      data: {
        joinedCase: '试1号',
        receivedAt: start,
        reason: '同一处火情',
        joinedBy: actor('dan').kind === 'person' ? expect.any(String) : '',
        figures: expect.stringContaining('死亡人数：1'),
      },
    })
    expect(play.record().links).toMatchObject([{ to: 'c-0', status: 'waiting' }])
  })

  it('is not joined while somebody it has sent out is there, or while it holds what is another’s', () => {
    const ordered = emergency(called, {}, ...responding, ['dan', 'give-order'])
    expect(reasonOf(() => ordered.does(join))).toContain('尚有1件指令未完成：先收回')
    const order = Object.values(ordered.record().openTasks).find(({ item }) => item !== undefined)
    ordered.act(actor('dan'), 'recall-order', { reason: '由主案下达' }, { taskId: order!.id })
    ordered.does(join)
    expect(ordered.record().status).toBe('closed')
    const holding = emergency(called, {}, ...responding, ['dan', 'requisition'])
    expect(reasonOf(() => holding.does(join))).toContain('征用财产')
    holding.does(['dan', 'return-requisition'], join)
    expect(holding.record().status).toBe('closed')
  })

  it('is not joined after its response has ended, and may be where none was started', () => {
    const over = emergency(called, {}, ...responding, ['gao', 'end-response'])
    expect(reasonOf(() => over.does(join))).toContain('响应已经终止')
    const none = emergency(called, {}, ...verified, ['gao', 'no-response'], join)
    expect(none.record().status).toBe('closed')
  })

  it('once closed is joined no more', () => {
    const play = emergency(called, {}, join)
    expect(refusal(() => play.does(join)).code).toBe('case-closed')
  })
})

const judged = (record: CaseRecord, other: CaseRecord | null, who = 'dan') => {
  const verdict = judgeNamed(emergencyResponse.events['join-case']!, record, other, actor(who))
  return verdict.allowed || verdict.reasons.map(({ zh }) => zh).join()
}
const at = (minutes: number, more: Partial<CaseRecord> = {}): CaseRecord => ({
  ...whole,
  id: `c-${minutes}`,
  openedAt: later(start, minutes * 60_000),
  ...more,
})

describe('the case that is named', () => {
  it('is open, there, and the one that was opened first, whoever asks from which side', () => {
    expect(judged(at(2), at(1))).toBe(true)
    expect(judged(at(1), at(2))).toContain('应当由该案并入本案')
    expect(judged(at(1), at(1))).toContain('自身')
    expect(judged(at(2), null)).toContain('没有这一编号')
    expect(judged(at(2), at(1, { process: 'alarm-episode' }))).toContain('没有这一编号')
    expect(judged(at(2), at(1, { status: 'closed' }))).toContain('已经办结')
    const [a, b] = [at(1, { id: 'a' }), at(1, { id: 'b' })]
    expect([judged(b, a), judged(a, b) === true]).toEqual([true, false])
  })

  it('is his to act on, too: the desk of a county joins to none of another, the city joins all', () => {
    const elsewhere = at(1, { region: '330803' })
    expect(judged(at(2), elsewhere)).toContain('需要的岗位')
    expect(judged(at(2), elsewhere, 'du')).toBe(true)
  })

  it('is one of special equipment where this one is known to be an accident of it', () => {
    const crane = { ...called, kind: 'equipment', equipmentEvent: 'overturned' }
    const second = at(2, { snapshot: emergency(crane, {}).record().snapshot })
    expect(judged(second, at(1))).toContain('先更正主案的事件类型')
    expect(judged(second, at(1, { snapshot: second.snapshot }))).toBe(true)
  })

  it('is an exercise where this one is, and never else', () => {
    const exercise = { ...emergency(drill, {}).record(), id: 'd' }
    expect(judged(at(2), { ...exercise, openedAt: at(1).openedAt })).toContain('互不办理')
    expect(judged({ ...exercise, openedAt: at(2).openedAt }, at(1))).toContain('互不办理')
  })

  it('is judged again in the transaction, whatever was offered', () => {
    const play = playing(emergencyResponse, actor('dan'), called, start)
    const lookedUp = { people: [], fact: null, named: at(1, { status: 'closed' as const }) }
    const act = () => play.act(actor('dan'), 'join-case', joining, { lookedUp })
    expect(reasonOf(act)).toContain('已经办结')
  })
})

describe('the main case', () => {
  const joinedBy = (record: CaseRecord, alarms: string[]) =>
    obeyLink(
      emergencyResponse,
      record,
      {
        type: 'case-joined',
        data: {
          joinedCase: '衢柯应急〔2026〕0002号',
          receivedAt: start,
          figures: '不明',
          reason: '同一处',
          alarms,
        },
        at: start,
      },
      decisionContextAt(start),
    )
  const joined = (record: CaseRecord, alarms: string[]) => joinedBy(record, alarms).record
  const concluded = (effects: readonly NewEffect[]) =>
    effects.flatMap((one) => (one.kind === 'act' && one.type === 'emergency-ended' ? one.to : []))

  it('goes on where it stood, and concludes the alarms of both when it has ended', () => {
    const own: CaseRecord = { ...whole, opener: { process: 'alarm-episode', id: 'a-0' } }
    const after = joined(joined(own, ['a-1']), ['a-1', 'a-2'])
    expect([after.status, after.snapshot.value]).toEqual(['open', own.snapshot.value])
    const play = playing(emergencyResponse, actor('dan'), called, start, after)
    play.act(actor('dan'), 'declare-false', { reason: '误报' })
    expect(concluded(play.effects)).toEqual(['a-0', 'a-1', 'a-2'])
  })

  it('concludes at once the alarms that come after its end, and when it has ended anew those alone that came since', () => {
    const own: CaseRecord = { ...whole, opener: { process: 'alarm-episode', id: 'a-0' } }
    const again = { level: '4', reason: '复燃', period: '1日', measures: '扑救' }
    const ends = (record: CaseRecord, ...lines: [type: string, data?: object][]) => {
      const play = playing(emergencyResponse, actor('dan'), called, start, record)
      for (const [type, data] of lines)
        play.act(actor(type === 'verify' ? 'dan' : 'gao'), type, { ...(data ?? sample(type)) })
      return play
    }
    const first = ends(joined(own, ['a-1']), ['verify'], ['start-response'], ['end-response'])
    expect(concluded(first.effects)).toEqual(['a-0', 'a-1'])
    const between = joinedBy(first.record(), ['a-1', 'a-2'])
    expect(concluded(between.effects)).toEqual(['a-2'])
    const resumed = ends(between.record, ['resume-response', again])
    const second = ends(joined(resumed.record(), ['a-3']), ['end-response'])
    expect(concluded(second.effects)).toEqual(['a-3'])
    const third = ends(second.record(), ['resume-response', again], ['end-response'])
    expect(concluded(third.effects)).toEqual([])
  })

  it('that needed no response lets alarms that come afterwards hear so at once', () => {
    const play = playing(emergencyResponse, actor('dan'), called, start, whole)
    play.act(actor('dan'), 'verify', { ...sample('verify') })
    play.act(actor('gao'), 'no-response', { reason: '已扑灭' })
    const { effects } = joinedBy(play.record(), ['a-1'])
    expect(effects.flatMap((one) => (one.kind === 'act' ? [[one.type, one.to]] : []))).toEqual([
      ['emergency-waived', 'a-1'],
    ])
  })

  it('that is joined itself hands on every alarm behind it', () => {
    const own: CaseRecord = { ...whole, opener: { process: 'alarm-episode', id: 'a-0' } }
    const play = playing(emergencyResponse, actor('dan'), called, start, joined(own, ['a-1']))
    play.act(actor('dan'), 'join-case', { ...joining, mainCaseId: 'c-9' })
    expect(play.effects.find((one) => one.kind === 'act')).toMatchObject({
      to: 'c-9',
      data: { alarms: ['a-0', 'a-1'] },
    })
    expect(concluded(play.effects)).toEqual([])
  })
})
