// Does an inspection go only the ways it may, and can every state be reached and left?
import { describe, expect, it } from 'vitest'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { itHolds } from '../support/processes/chart-model.ts'
import type { Line } from '../support/processes/lines.ts'
import { begun, day, matter, recorded, sample, samples, tip, visiting } from './samples.ts'
import { inspecting, situations } from './situations.ts'

describe('the chart', () => {
  itHolds({
    process: administrativeInspection,
    situations,
    samples,
    deciding: inspecting(),
    ended: { event: '', by: actor('lin'), at: `${day}T01:00:00Z` },
  })
})

const goes = (...lines: Line[]) => visiting(matter, day, ...lines)
const stateOf = (...lines: Line[]) => goes(...lines).record().snapshot.value

describe('a visit', () => {
  it('is approved, announced, made, recorded by two, and closed where nothing is found', () => {
    const play = goes(...recorded(2), ['lin', 'conclude-inspection'])
    expect([play.record().snapshot.value, play.record().status]).toEqual(['closed', 'closed'])
  })

  it('is recorded only when the second officer has signed', () => {
    const [last, ...before] = [...recorded()].reverse()
    expect(last?.[1]).toBe('sign')
    expect(stateOf(...before.reverse())).toBe('under-way')
  })

  it('is the enterprise’s own from its notice on, and not before', () => {
    const play = goes(['gao', 'approve-inspection'])
    expect(play.record().owner).toBeNull()
    play.does(['lin', 'issue-notice'])
    expect(play.record().owner).toBe(matter.enterprise)
    expect(play.effects.flatMap((one) => (one.kind === 'notice' ? one.groups : []))).toContain(
      'enterprise:e-1/enterprise-principal',
    )
  })

  it('without a notice needs a ground and a reason', () => {
    const { words } = refusal(() =>
      goes(
        ['gao', 'approve-inspection'],
        ['lin', 'begin-inspection', sample('begin-inspection', 1)],
      ),
    )
    expect(words).toContain('须先制作检查通知书')
    const approved: Line[] = [['gao', 'approve-inspection']]
    expect(
      refusal(() => visiting(tip, day, ...approved, ['lin', 'begin-inspection'])).words,
    ).toContain('未事先通知的理由')
    const play = visiting(tip, day, ...approved, [
      'lin',
      'begin-inspection',
      sample('begin-inspection', 1),
    ])
    expect(play.record()).toMatchObject({ owner: matter.enterprise })
    expect(play.record().snapshot.value).toBe('under-way')
  })
})

const linked = (play: ReturnType<typeof goes>) =>
  play.effects.flatMap((one) => (one.kind === 'case' ? [[one.process, one.data]] : []))

describe('a visit that was begun and cannot be made', () => {
  it('is ended by two officers, and leads to nothing', () => {
    const play = goes(...begun, ['lin', 'end-visit'])
    expect(play.record().snapshot.value).toBe('under-way')
    play.does(['wu', 'sign'])
    expect([play.record().snapshot.value, play.record().status]).toEqual(['not-made', 'closed'])
    expect(linked(play)).toEqual([])
  })

  it('because it is obstructed opens one case of that, found on its day', () => {
    const play = goes(...begun, ['until', '2026-03-04'], ['lin', 'report-obstruction'])
    expect(linked(play)).toEqual([])
    play.does(['wu', 'sign'])
    expect(linked(play)).toMatchObject([
      [
        'enforcement-case',
        {
          facts: '门卫锁门，拒绝进入一号车间',
          basis: expect.stringContaining('第一百零八条'),
          discoveredOn: day,
        },
      ],
    ])
    expect(refusal(() => play.does(['lin', 'report-obstruction'])).code).toBe('case-closed')
    const before = play.effects.length
    play.hear({ link: play.record().links?.[0]?.id, outcome: 'not-opened' })
    expect(play.record().status).toBe('closed')
    expect(play.effects.slice(before)).toMatchObject([
      {
        kind: 'notice',
        groups: ['330802-bureau/inspector', '330802-bureau/section-chief'],
        title: { zh: expect.stringContaining('所转事项未能立案') },
      },
    ])
  })

  it('says what becomes of what was noted, and waits for no bureau', () => {
    const play = goes(...begun, ['wu', 'note-visit', sample('note-visit', 1)])
    expect(refusal(() => play.does(['lin', 'end-visit'])).words).toContain('须说明如何处理')
    const answered = { ...sample('end-visit'), differs: '另行安排检查' }
    play.does(['lin', 'invite-bureau'])
    expect(refusal(() => play.does(['lin', 'end-visit', answered])).words).toContain('撤回邀请')
    const alone = goes(...begun, ['wu', 'note-visit', sample('note-visit', 1)])
    expect(() => alone.does(['lin', 'end-visit', answered])).not.toThrow()
  })
})

describe('each finding', () => {
  it('leads to exactly one matter, and the visit is not over before', () => {
    const play = goes(...recorded(), ['lin', 'open-hazard'])
    expect(linked(play)).toMatchObject([
      ['hazard-rectification', { enterprise: matter.enterprise, source: 'inspection' }],
    ])
    expect(refusal(() => play.does(['lin', 'open-hazard'])).words).toContain('不在可选范围内')
    expect(refusal(() => play.does(['lin', 'conclude-inspection'])).code).not.toBe('none')
    play.does(['lin', 'open-enforcement'])
    expect(linked(play)[1]).toMatchObject([
      'enforcement-case',
      { procedure: 'ordinary', source: 'inspection', discoveredOn: day },
    ])
    const concluding: Line = ['lin', 'conclude-inspection']
    expect(refusal(() => play.does(concluding)).words).toContain('还有2项所转事项尚未立案')
    const [hazard, enforcement] = play.record().links ?? []
    play.hear({ link: hazard?.id, outcome: 'started' })
    expect(refusal(() => play.does(concluding)).words).toContain('还有1项所转事项尚未立案')
    play.hear({ link: enforcement?.id, outcome: 'started' })
    play.does(concluding)
    expect(play.record().status).toBe('closed')
  })

  it('waits again where the case to which it was to lead could not be opened, and says why', () => {
    const play = goes(...recorded(), ['lin', 'open-hazard'], ['lin', 'open-enforcement'])
    expect(play.record().snapshot.value).toBe('concluding')
    const reasons = [{ zh: '该企业已有同一隐患', en: 'Known already' }]
    const link = play.record().links?.[0]?.id
    play.hear({ link, outcome: 'not-opened', reasons })
    expect(play.record()).toMatchObject({
      snapshot: { value: 'findings', context: { open: ['equipment'] } },
      links: [{ status: 'not-opened', reasons }, { status: 'waiting' }],
    })
    expect(play.facts.slice(-2)).toMatchObject([
      { type: 'linked', data: { reasons } },
      { type: 'matter-not-opened', data: { findings: ['equipment'] } },
    ])
    expect(Object.values(play.record().openTasks)).toMatchObject([{ task: 'settle-findings' }])
    play.does(['lin', 'order-correction', sample('order-correction', 1)])
    expect(play.record().snapshot.value).toBe('rechecking')
  })

  it('stays settled where that case runs', () => {
    const play = goes(...recorded(), ['lin', 'open-hazard'], ['lin', 'open-enforcement'])
    play.hear({ link: play.record().links?.[0]?.id, outcome: 'started' })
    expect(play.record().snapshot.value).toBe('concluding')
  })

  it('is punished on the spot where the officers say so', () => {
    const play = goes(...recorded(), ['lin', 'open-enforcement', sample('open-enforcement', 1)])
    expect(linked(play)).toMatchObject([
      ['enforcement-case', { procedure: 'on-the-spot', place: '一号车间' }],
    ])
    expect(linked(play)[0]?.[1]).not.toHaveProperty('source')
  })
})

it('asks the next question by the answer before it', () => {
  const form = goes(...begun)
  const { fieldsFor } = administrativeInspection.events['record-inspection'] ?? {}
  const fields = fieldsFor?.(form.record()) ?? []
  const named = (name: string) => fields.find((field) => field.name === name)
  expect(named('trainingFiles')?.where).toEqual([{ training: ['no'] }])
  expect(named('training')?.needed).toEqual([{}])
  expect(named('gasAlarms')).toBeUndefined()
})
