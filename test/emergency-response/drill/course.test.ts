// Does a planned drill give its injects at their minutes, once each, and is it evaluated and followed up after its end?
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { drillChoice } from '../../../domain/emergency-response/drill/plan.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency, type Line } from '../playing.ts'
import { called, drill, start } from '../samples.ts'
import { firstForm, planned } from './samples.ts'

const form = { ...firstForm, ...drillChoice.keep(planned) }
const minute = (n: number) => later(start, n * 60_000)
const begun = (...lines: Line[]) => emergency(form, {}, ...lines)
const injects = (play: ReturnType<typeof begun>) =>
  play.facts.flatMap(({ type, data, occurredAt }) =>
    type === 'inject-given' ? [[occurredAt, data.nth, data.text]] : [],
  )

describe('the entry', () => {
  it('makes a first form that the case takes, by its minutes and with the posts that it names', () => {
    expect(v.safeParse(emergencyResponse.start.schema, form).issues).toBeUndefined()
    expect(form).toMatchObject({
      drill: true,
      registerEntry: planned.number,
      drillPlan: '衢柯预案〔2026〕0001号',
      script: [
        { minute: 5, to: 'city-fire/duty-officer', office: '市消防救援支队' },
        { minute: 12, channel: 'field' },
      ],
    })
  })

  it('begins no real case, none elsewhere, none of another enterprise, and none that does not wait', () => {
    const why = (sent: object, entry = {}) => {
      const verdict = drillChoice.fits({ ...firstForm, ...sent }, { ...planned, ...entry }, '')
      return verdict === true ? '' : verdict.zh
    }
    expect(why({})).toBe('')
    expect(why({ drill: false })).toContain('只有演练')
    expect(why({ region: '330803' })).toContain('不在此地')
    expect(why({ region: undefined })).toContain('不在此地')
    expect(why({ enterprise: 'e-1' })).toContain('其他企业')
    expect(why({}, { owner: 'e-1' })).toContain('其他企业')
    expect(why({ enterprise: 'e-1' }, { owner: 'e-1' })).toBe('')
    expect(why({}, { standing: 'held' })).toContain('不是待实施')
    expect(why({}, { region: '330800' })).toBe('')
  })
})

describe('an inject', () => {
  it('is given at its minute, not before, once, and told to its post and the desks', () => {
    const play = begun(['at', minute(4.9)])
    expect(injects(play)).toEqual([])
    play.to(minute(5))
    play.to(minute(5))
    expect(injects(play)).toEqual([[minute(5), 1, '厂方电话：喷淋系统失效']])
    expect(play.notified('inject-given')).toEqual(
      expect.arrayContaining(['330800-fire/duty-officer', '330802-bureau/duty-officer']),
    )
    play.to(minute(60))
    expect(injects(play).map(([at, nth]) => [at, nth])).toEqual([
      [minute(5), 1],
      [minute(12), 2],
    ])
    expect(play.clock('drill-inject')?.status).toBe('replaced')
  })

  it('of the same minute comes a second after the other, both once; one of minute 0 at the start', () => {
    const row = { channel: 'telephone', text: '甲' }
    const script = [
      { ...row, minute: 0 },
      { ...row, minute: 3, text: '乙' },
      { ...row, minute: 3, text: '丙' },
    ]
    const play = emergency({ ...form, script }, {}, ['at', minute(90)])
    expect(injects(play)).toEqual([
      [minute(0), 1, '甲'],
      [minute(3), 2, '乙'],
      [later(minute(3), 1_000), 3, '丙'],
    ])
  })

  it('comes at whatever step the drill is, also late after an outage with its own moment, and after the end no more', () => {
    const during = begun(['dan', 'verify'], ['gao', 'start-response'], ['at', minute(6)])
    expect(injects(during)).toHaveLength(1)
    during.does(['gao', 'end-response'], ['at', minute(60)])
    expect(injects(during)).toHaveLength(1)
    const never = begun(['dan', 'declare-false'], ['at', minute(60)])
    expect(injects(never)).toEqual([])
  })

  it('makes no form stale that somebody is filling in', () => {
    const play = begun(['dan', 'verify'])
    const { material } = play.record()
    play.to(minute(5))
    expect(play.record().material).toEqual(material)
  })

  test('promise (emergencies): of a real event, and of an exercise that nobody planned, there are none, whatever its form says', () => {
    const { script, registerEntry } = form as { script: unknown; registerEntry: unknown }
    for (const other of [
      { ...called, script, registerEntry },
      { ...drill, script },
    ]) {
      const play = emergency(other, {}, ['at', minute(60)])
      expect([injects(play), play.clock('drill-inject')]).toEqual([[], undefined])
    }
  })
})

const goals = [{ goal: '五分钟内报告', verdict: 'met', points: 95 }]
const sheet = {
  goals,
  strengths: '报告及时',
  shortcomings: '疏散路线不熟',
  score: 86,
  conclusion: '良好',
}
const point = {
  to: 'county-enforcement/section-chief',
  measure: '修订疏散路线图',
  dueDate: '2026-04-01',
}
const ended: Line[] = [
  ['dan', 'verify'],
  ['gao', 'start-response'],
  ['gao', 'end-response'],
]

describe('after the end of a planned drill', () => {
  it('it is evaluated on a paper that says so, and what is open is followed until it is done', () => {
    const play = begun(...ended)
    expect(play.where('investigation')).toBe('investigation.debriefing')
    expect(refusal(() => play.act(actor('ji'), 'set-measure', point)).code).not.toBe('none')
    play.act(actor('gao'), 'evaluate-drill', sheet)
    expect(play.where('investigation')).toBe('investigation.improving')
    play.act(actor('ji'), 'set-measure', point)
    const conclude = () => play.act(actor('ji'), 'conclude-drill', { findings: '已修订' })
    expect(refusal(conclude).words).toMatch(/^尚有1项整改措施未完成/)
    play.to('2026-04-01T16:00:00.000Z')
    expect(play.notified('measure')).toContain('330802-bureau/section-chief')
    const task = Object.values(play.record().openTasks).find(
      (one) => one.task === 'carry-out-measure',
    )
    const taskId = task?.id ?? ''
    play.act(actor('chen'), 'report-measure', { done: '已修订' }, { taskId })
    play.act(actor('ji'), 'confirm-measure', { findings: '属实' }, { taskId })
    conclude()
    expect(play.where('investigation')).toBe('investigation.evaluated')
  })

  it('one that needed no response is evaluated too; one that nobody planned ends with itself', () => {
    const without = begun(['dan', 'verify'], ['gao', 'no-response'])
    expect(without.where('investigation')).toBe('investigation.debriefing')
    const unplanned = emergency(drill, {}, ...ended)
    expect(unplanned.where('investigation')).toBe('investigation.not-needed')
  })
})
