// Which fact starts and ends each period over a hazard, and does its escalation policy fit the chart?
import { describe, expect, it } from 'vitest'
import { isRunning } from '../../domain/engine/clocks/obligations.ts'
import { clocks, supervisionAfter } from '../../domain/hazard-rectification/clocks.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { ruleOn } from '../../domain/law/rule-book.ts'
import { stateKey, transitionsOf } from '../../domain/model/chart.ts'
import { groupOf } from '../../domain/organisation/offices.ts'
import { actor } from '../support/people/cast.ts'
import {
  general,
  halted,
  type Line,
  listedByCity,
  type Play,
  planned,
  played,
  sample,
  stopped,
  where,
} from './charted.ts'

const ends = ['write-off', 'de-list', 'record-closure']
const place = { region: '330822', owner: 'works' } as const
const clockOf = (name: string) => {
  const found = clocks.find(({ clock }) => clock === name)
  if (!found) throw new Error(`no clock ${name}`)
  return found
}
const texts = (escalationLevel: string) =>
  clockOf('rectification')
    .escalationPolicy.find((one) => one.escalationLevel === escalationLevel)
    ?.notify.map((to) => groupOf(to, place))

describe('the clocks', () => {
  it.each([
    ['verification', ['report', 'reopen', 'hand-over'], ['verify', 'reject', 'withdraw', 'join']],
    [
      'rectification',
      ['issue-order', 'list-hazard', 'serve', 're-check-failed'],
      ['report-rectified', 'apply-acceptance', ...ends],
    ],
    ['order-service', ['issue-order', 'list-hazard'], ['serve', ...ends]],
    [
      're-check',
      ['report-rectified', 'rectification-overdue'],
      ['re-check-passed', 're-check-failed', 'apply-acceptance', ...ends],
    ],
    ['site-review', ['apply-acceptance'], ['re-check-passed', 're-check-failed', ...ends]],
    ['temporary-stop', ['take-measures'], ['approve-resume', 'revoke-measures', ...ends]],
    ['governance', ['list-hazard'], ends],
    ['listing-filing', ['list-hazard'], ['file-listing', ...ends]],
    ['listing-publication', ['list-hazard'], ['publish-listing', ...ends]],
    ['delisting-publication', ends, ['publish-delisting']],
    ['instruction', ['instruct'], ['answer-instruction', ...ends]],
    ['public-feedback', ['verify', 'reject', 'join', 'hand-over'], ['answer-reporter']],
  ])('%s starts on %s and ends on %s', (name, startsOn, endsOn) =>
    expect(clockOf(name)).toMatchObject({ startsOn, endsOn }),
  )

  it('start and end only on events that the process knows', () => {
    const known = [
      hazardRectification.start.type,
      'reopen',
      ...Object.keys(hazardRectification.events),
    ]
    for (const { startsOn, endsOn, escalationPolicy } of clocks)
      for (const type of [
        ...startsOn,
        ...endsOn,
        ...escalationPolicy.flatMap(({ event }) => event ?? []),
      ])
        expect(known).toContain(type)
  })

  it('take their date from a field that each starting fact must carry, or their number from the rule book', () => {
    for (const { due, startsOn, movesOn = [] } of clocks) {
      if ('momentField' in due) throw new Error('no hazard has a clock that ends at a moment')
      if ('rule' in due) expect(ruleOn(due.rule, '2026-03-02').process).toBe('hazard-rectification')
      else
        for (const type of [
          ...startsOn.filter((type) => !(due.kept && type === 'serve')),
          ...movesOn.filter(
            (type) => !(due.kept && ['refuse-extension', 'extension-unanswered'].includes(type)),
          ),
        ])
          expect(
            hazardRectification.events[type]?.fields.find(({ name }) => name === due.dateField),
          ).toMatchObject({
            kind: 'date',
            required: true,
          })
    }
  })

  it('keep what runs inside the authority from the party', () => {
    expect(clocks.map(({ clock, audience }) => `${clock} ${audience}`)).toEqual([
      'verification internal',
      'rectification party',
      ...clocks.slice(2).map(({ clock }) => `${clock} internal`),
    ])
  })
})

describe('the escalation policy of supervision', () => {
  const { escalationPolicy, warn, warnNotify } = clockOf('rectification')

  it('has the numbers of the bureau and leaves no step out after an outage', () => {
    expect(
      escalationPolicy.map(({ escalationLevel, after, event, late }) => [
        escalationLevel,
        `${after.n} ${after.unit}`,
        event,
        late,
      ]),
    ).toEqual([
      ['overdue', '0 ND', 'rectification-overdue', 'fire'],
      ['red', '1 ND', 'supervise-red', 'fire'],
      ['city', '5 WD', 'supervise-city', 'fire'],
      ['province', '20 WD', 'supervise-province', 'fire'],
    ])
    expect(supervisionAfter.source).toContain('国发〔2010〕23号')
  })

  it('tells who must act and who answers for them', () => {
    expect(texts('overdue')).toEqual([
      'enterprise:works/enterprise-principal',
      'enterprise:works/enterprise-safety',
      '330822-bureau/inspector',
    ])
    expect(texts('red')).toEqual([
      '330822-bureau/section-chief',
      '330822-bureau/leader',
      'enterprise:works/enterprise-principal',
    ])
    expect(texts('city')).toEqual([
      '330800-committee/supervisor',
      '330822-bureau/leader',
      '330822-bureau/section-chief',
    ])
    expect(texts('province')).toEqual(['330000-committee/supervisor', '330800-leadership/leader'])
    expect(warn).toEqual({ unit: 'WD', n: 3 })
    expect(warnNotify.map((to) => groupOf(to, place))).toHaveLength(3)
  })

  it('fires only events of the clock, and the chart takes each of them somewhere', () => {
    const taken = new Set(transitionsOf(hazardRectification.machine).map(({ event }) => event))
    const events = clocks.flatMap(({ escalationPolicy }) =>
      escalationPolicy.flatMap(({ event }) => event ?? []),
    )
    for (const event of events) {
      expect(taken).toContain(event)
      expect(hazardRectification.events[event]?.by).toBe('clock')
    }
    const ofTheClock = Object.entries(hazardRectification.events).filter(
      ([, { by }]) => by === 'clock',
    )
    expect(ofTheClock.map(([type]) => type).sort()).toEqual([...new Set(events)].sort())
  })
})

describe('the service of an order that is to be served later', () => {
  const later = (dueDate = '2026-06-30'): Line => [
    'lin',
    'issue-order',
    { dueDate, requirements: '更换', service: 'later' },
  ]
  const service = (play: Play) =>
    play.record().obligations.findLast(({ clock }) => clock === 'order-service')
  const told = (play: Play, since: number) =>
    play.effects.slice(since).flatMap((one) => ('groups' in one ? one.groups : []))

  it('is due in seven working days: its inspectors are reminded, then chief and leader told, then the city', () => {
    const play = played({}, ...general, later())
    expect(service(play)).toMatchObject({ due: '2026-03-11', status: 'running' })
    const steps: [until: string, groups: string[]][] = [
      ['2026-03-09', ['330802-bureau/inspector']],
      [
        '2026-03-12',
        ['330802-bureau/inspector', '330802-bureau/section-chief', '330802-bureau/leader'],
      ],
      ['2026-03-19', ['330800-committee/supervisor', '330802-bureau/leader']],
    ]
    for (const [until, groups] of steps) {
      const before = play.effects.length
      play.to(`${until}T01:30:00.000Z`)
      expect(told(play, before)).toEqual(groups)
    }
    expect(where(play, 'handling', 'supervision')).toEqual(['handling.serving', 'supervision.none'])
  })

  it('ends with the service, and with a return that has the paper made anew', () => {
    const served = played({}, ...general, later(), ['lin', 'serve', sample('serve')])
    expect(service(served)?.status).toBe('met')
    const returned = played({}, ...general, later(), [
      'lin',
      'return',
      { to: 'handling.ordering', reason: '地址有误' },
    ])
    expect(service(returned)?.status).toBe('replaced')
    returned.act(actor('lin'), 'issue-order', later()[2] ?? {})
    expect(service(returned)?.status).toBe('running')
  })

  it('is no period of an order that was served on the spot', () => {
    const order: Line = ['lin', 'issue-order', sample('issue-order')]
    expect(service(played({}, ...general, order))).toBeUndefined()
  })

  it('runs for the notice of a listing, too', () => {
    const notice = { ...sample('list-hazard', 1), service: 'later' }
    const play = played({}, ...stopped, ...planned, ['yu', 'list-hazard', notice])
    expect(service(play)).toMatchObject({ due: '2026-03-11', status: 'running' })
  })
})

describe('the closure of a listed enterprise', () => {
  const closed = played(
    {},
    ...listedByCity,
    ...halted,
    ['gao', 'instruct', sample('instruct')],
    ['gao', 'propose-closure', sample('propose-closure')],
    ['gao', 'record-closure', sample('record-closure')],
  )
  const running = () =>
    closed
      .record()
      .obligations.filter(isRunning)
      .map(({ clock }) => clock)

  it('ends every period of the handling and begins the five days to announce that it is off the list', () => {
    expect(running()).toEqual(['delisting-publication'])
  })

  it('shows nobody a red card afterwards', () => {
    const before = closed.effects.length
    closed.to('2026-09-30T01:00:00.000Z')
    const about = closed.effects
      .slice(before)
      .flatMap((one) => ('obligation' in one ? [String(one.obligation)] : []))
    expect(about.filter((one) => !one.startsWith('delisting-publication'))).toEqual([])
    expect(stateKey(closed.record().snapshot.value)).toContain('supervision.not-needed')
  })
})
