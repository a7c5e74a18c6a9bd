// Who investigates, and who is told, when the level changes after it was decided on?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { reported } from '../samples.ts'

const province = '330000-command/duty-officer'
const investigated: Line[] = [
  ['dan', 'verify', { findings: '属实' }],
  ['gao', 'no-response'],
  ['dan', 'report-to-city'],
  ['gao', 'open-investigation'],
]
const third: Line = ['dan', 'record-casualties', { asOf: '2026-03-02', dead: 3, reason: '不治' }]

describe('an accident that a county investigates and that becomes a larger one', () => {
  it('is investigated by a group of the city, which alone hands in the report', () => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...investigated, third)
    expect(refusal(() => play.does(['chen', 'submit-report'])).code).toBe('not-allowed')
    expect(refusal(() => play.does(['ke', 'submit-report'])).words).toContain('另行组织')
    expect(refusal(() => play.does(['gao', 'open-investigation'])).words).toContain('市级')
    play.does(['shi', 'open-investigation'])
    expect([play.where('investigation'), play.context().inquiryBy]).toEqual([
      'investigation.investigating',
      'city',
    ])
    expect(refusal(() => play.does(['shi', 'open-investigation'])).words).toContain('已经成立')
  })

  it('is in the inboxes of the city from then on, and of the county no more', () => {
    const inboxes = (play: ReturnType<typeof emergency>, task: string) =>
      Object.values(play.record().openTasks)
        .filter((one) => one.task === task)
        .map(({ groups }) => groups.join())
    const undecided = emergency({ ...reported, dead: 2 }, {}, ...investigated.slice(0, 2))
    const both = inboxes(undecided, 'decide-investigation')
    expect(both[0]).toMatch(/^330802-.*,330800-/)
    undecided.does(third)
    expect(inboxes(undecided, 'decide-investigation')).toEqual([both[0]?.split(',')[1]])
    const begun = emergency({ ...reported, dead: 2 }, {}, ...investigated, third)
    const [task] = Object.values(begun.record().openTasks).filter(({ state }) =>
      state.startsWith('investigation.'),
    )
    expect(task?.groups.every((group) => group.startsWith('330800-'))).toBe(true)
  })

  it('stays the county’s while it is a general one, and the city may take it up', () => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...investigated)
    play.does(['chen', 'submit-report'])
    expect(play.where('investigation')).toBe('investigation.replying')
    const taken = emergency({ ...reported, dead: 2 }, {}, ...investigated)
    taken.does(['shi', 'open-investigation'])
    expect(taken.context().inquiryBy).toBe('city')
  })
})

describe('the province', () => {
  const responding = (level: string) =>
    emergency(
      reported,
      {},
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'start-response', { level, reason: '扩大', period: '1日', measures: '搜救' }],
    )
  const lowered: Line = ['gao', 'change-level', { level: '4', reason: '已控制' }]

  it('hears that a response of which it was told was lowered, and that it has ended', () => {
    const play = responding('2')
    expect(play.notified('start-response')).toContain(province)
    play.does(lowered, ['gao', 'end-response'])
    expect(play.notified('change-level')).toContain(province)
    expect(play.notified('end-response')).toContain(province)
  })

  it('hears nothing of one that it was never told of', () => {
    const play = responding('3')
    play.does(lowered, ['gao', 'end-response'])
    expect(play.notified('change-level')).not.toContain(province)
    expect(play.notified('end-response')).not.toContain(province)
  })
})
