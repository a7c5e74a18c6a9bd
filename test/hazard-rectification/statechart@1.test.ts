// Does a hazard of the first chart go only the ways it might, and can every state be reached and left?

import { describe, expect, it } from 'vitest'
import { initialTransition, transition } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import type { HazardContext } from '../../domain/hazard-rectification/context.ts'
import { hazardRectification1 as hazardRectification } from '../../domain/hazard-rectification/process@1.ts'
import { machine1 as machine } from '../../domain/hazard-rectification/statechart@1.ts'
import {
  candidates,
  isFinished,
  persist,
  restore,
  stateKey,
  statesOf,
  transitionsNow,
  transitionsOf,
} from '../../domain/model/chart.ts'
import type { CaseEvent } from '../../domain/model/process.ts'
import type { Snapshot } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'

const person = (name: string, enterprise: string | null = null): Actor => ({
  kind: 'person',
  id: name,
  name,
  enterprise,
  appointments: [],
})
const people = {
  safety: person('safety', 'works'),
  principal: person('principal', 'works'),
  anna: person('anna'),
  bao: person('bao'),
  chief: person('chief'),
  city: person('city'),
  clock: { kind: 'clock' } as Actor,
}
type Name = keyof typeof people

const signatures = ['anna', 'bao'].map((name) => ({
  person: name,
  name,
  at: '2026-03-02T01:00:00.000Z',
  opinion: null,
}))
const act = (by: Name, type: string, data: Record<string, unknown> = {}): CaseEvent => ({
  type,
  data,
  by: people[by],
  at: '2026-03-02T01:00:00.000Z',
  signatures: type === 'verify' || type === 'reject' ? signatures : [],
})

const report = act('safety', 'report', { title: '配电箱无门', site: '一车间' })
const opened = (): Snapshot => persist(initialTransition(machine, report)[0])

/** Every act goes through stored JSON, as in the product, and must be accepted. */
const caseAfter = (...acts: CaseEvent[]): Snapshot =>
  acts.reduce((snapshot, one) => {
    const live = restore(machine, snapshot)
    expect(live.can(one), `${one.type} in ${stateKey(snapshot.value)}`).toBe(true)
    return persist(transition(machine, live as never, one as never)[0])
  }, opened())

const where = (...acts: CaseEvent[]) => stateKey(caseAfter(...acts).value)
const may = (snapshot: Snapshot, one: CaseEvent) => restore(machine, snapshot).can(one)

const verify = act('anna', 'verify', { grade: 'major' })
const order = act('anna', 'issue-order', { dueDate: '2026-03-20' })
const overdue = act('clock', 'rectification-overdue')
const red = act('clock', 'supervise-red')
const city = act('clock', 'supervise-city')
const province = act('clock', 'supervise-province')
const reportRectified = act('principal', 'report-rectified', { description: '已装门' })
const fail = act('bao', 're-check-failed', { reasons: '未上锁', dueDate: '2026-04-01' })
const pass = act('bao', 're-check-passed', { findings: '合格' })
const writeOff = act('chief', 'write-off', { publicSummary: '已核销' })
const late = [verify, order, overdue, red]

describe('handling', () => {
  it('a new report waits for two inspectors and is not supervised', () => {
    expect(stateKey(opened().value)).toBe('handling.verifying|supervision.none')
    expect(opened().context).toMatchObject({
      reporter: 'safety',
      enterprise: 'works',
      overdue: false,
      failedRechecks: 0,
    })
  })

  it('verified, ordered, rectified, re-checked, written off: the case is over and was never supervised', () => {
    const end = caseAfter(verify, order, reportRectified, pass, writeOff)
    expect(stateKey(end.value)).toBe('handling.written-off|supervision.not-needed')
    expect(isFinished(end)).toBe(true)
    expect(end.context).toMatchObject({
      grade: 'major',
      verifiers: ['anna', 'bao'],
      orderer: 'anna',
      rectifier: 'principal',
      rechecker: 'bao',
    })
  })

  it('a failed re-check leads back to rectifying with a new date, as often as needed, and then it may pass', () => {
    const twice = caseAfter(verify, order, reportRectified, fail, reportRectified, fail)
    expect(stateKey(twice.value)).toBe('handling.rectifying|supervision.none')
    expect(twice.context).toMatchObject({ failedRechecks: 2, overdue: false })
    expect(
      where(verify, order, reportRectified, fail, reportRectified, fail, reportRectified, pass),
    ).toBe('handling.accepting|supervision.none')
  })

  it('a report that is no hazard is rejected, a mistaken one withdrawn by its reporter alone', () => {
    expect(where(act('anna', 'reject', { reason: '不属实' }))).toBe(
      'handling.rejected|supervision.not-needed',
    )
    expect(where(act('safety', 'withdraw', { reason: '重复' }))).toBe(
      'handling.withdrawn|supervision.not-needed',
    )
    expect(may(opened(), act('principal', 'withdraw', { reason: '重复' }))).toBe(false)
    expect(may(caseAfter(verify), act('safety', 'withdraw', { reason: '重复' }))).toBe(false)
  })

  it('an order and a write-off can be returned to the step before, and to no other', () => {
    expect(where(verify, act('anna', 'return', { to: 'handling.verifying' }))).toBe(
      'handling.verifying|supervision.none',
    )
    expect(
      where(
        verify,
        order,
        reportRectified,
        pass,
        act('chief', 'return', { to: 'handling.rechecking' }),
      ),
    ).toBe('handling.rechecking|supervision.none')
    expect(
      may(
        caseAfter(verify, order, reportRectified, pass),
        act('chief', 'return', { to: 'handling.verifying' }),
      ),
    ).toBe(false)
    expect(candidates(machine, caseAfter(verify, order, reportRectified), 'return')).toEqual([])
  })

  it('neither the orderer re-checks nor the re-checker writes off', () => {
    const rechecking = caseAfter(verify, order, reportRectified)
    expect(may(rechecking, act('anna', 're-check-passed'))).toBe(false)
    expect(may(rechecking, act('anna', 're-check-failed', { dueDate: '2026-04-01' }))).toBe(false)
    expect(may(caseAfter(verify, order, reportRectified, pass), act('bao', 'write-off'))).toBe(
      false,
    )
  })
})

describe('supervision', () => {
  it('climbs from red to city to province and waits each time to be acknowledged', () => {
    expect(where(...late)).toBe('handling.rectifying|supervision.red.told')
    expect(where(...late, act('chief', 'acknowledge'))).toBe(
      'handling.rectifying|supervision.red.acknowledged',
    )
    expect(where(...late, city)).toBe('handling.rectifying|supervision.city.told')
    expect(where(...late, city, act('city', 'acknowledge'), province)).toBe(
      'handling.rectifying|supervision.province.told',
    )
  })

  it('leaves out no level', () => {
    expect(may(caseAfter(verify, order), city)).toBe(false)
    expect(may(caseAfter(...late), province)).toBe(false)
  })

  it('is acknowledged once', () =>
    expect(may(caseAfter(...late, act('chief', 'acknowledge')), act('chief', 'acknowledge'))).toBe(
      false,
    ))

  it('keeps its level when a later order runs late again, and only climbs', () => {
    const again = [...late, city, act('city', 'acknowledge'), reportRectified, fail]
    expect(caseAfter(...again).context).toMatchObject({ overdue: false })
    expect(where(...again, overdue, red, city)).toBe(
      'handling.rectifying|supervision.city.acknowledged',
    )
    expect(caseAfter(...again, red).context).toMatchObject({ overdue: true })
    expect(where(...again, overdue, red, city, province)).toBe(
      'handling.rectifying|supervision.province.told',
    )
  })

  it.each([[[red]], [[red, city]], [[red, city, province]]])(
    'is lifted when the hazard is written off',
    (climb) => {
      const end = caseAfter(verify, order, overdue, ...climb, reportRectified, pass, writeOff)
      expect(stateKey(end.value)).toBe('handling.written-off|supervision.lifted')
      expect(isFinished(end)).toBe(true)
    },
  )
})

describe('the mark in lists', () => {
  const level = (snapshot: Snapshot) =>
    hazardRectification.level({
      status: isFinished(snapshot) ? 'closed' : 'open',
      snapshot,
    } as never)
  it('is 1 for province, 2 for city, 3 for county, 4 for a major hazard, none otherwise', () => {
    expect(
      [late, [...late, city], [...late, city, province]].map((acts) => level(caseAfter(...acts))),
    ).toEqual([3, 2, 1])
    expect(level(caseAfter(verify))).toBe(4)
    expect(level(caseAfter(act('anna', 'verify', { grade: 'general' })))).toBe(null)
    expect(level(caseAfter(...late, reportRectified, pass, writeOff))).toBe(null)
  })
})

describe('the model', () => {
  const returning = ['handling.verifying', 'handling.rechecking'].map((to) =>
    act('chief', 'return', { to }),
  )
  const acknowledge = act('chief', 'acknowledge', { measures: '约谈' })
  const reject = act('anna', 'reject', { reason: '不属实' })
  const withdraw = act('safety', 'withdraw', { reason: '重复' })
  const events = [
    verify,
    reject,
    withdraw,
    order,
    overdue,
    red,
    city,
    province,
    acknowledge,
    reportRectified,
    fail,
    pass,
    writeOff,
    ...returning,
  ]
  const seen = ({ value, context }: { value: unknown; context: unknown }) => {
    const { grade, orderer, rechecker, overdue: isLate, failedRechecks } = context as HazardContext
    return [stateKey(value), grade, orderer, rechecker, isLate, failedRechecks > 0].join()
  }
  const paths = getShortestPaths(
    machine as never,
    {
      input: report,
      events: events as never,
      serializeState: (snapshot: never) => seen(snapshot) as never,
      limit: 20_000,
    } as never,
  )
  const reached = new Map(paths.map(({ state }) => [seen(state as never), persist(state as never)]))
  const names = [...reached.values()].map(({ value }) => stateKey(value))

  it('reaches every state', () => {
    const leaves = statesOf(machine).filter(({ kind }) => kind === 'atomic' || kind === 'final')
    for (const { name } of leaves)
      expect(
        names.some((key) => key.split('|').includes(name)),
        name,
      ).toBe(true)
  })

  it('can leave every state that is no end', () => {
    for (const [key, snapshot] of reached)
      if (!isFinished(snapshot))
        expect(
          events.some(
            (one) =>
              seen(
                persist(transition(machine, restore(machine, snapshot) as never, one as never)[0]),
              ) !== key,
          ),
          key,
        ).toBe(true)
  })

  it('takes every transition that the chart draws', () => {
    const taken = new Set<string>()
    for (const snapshot of reached.values())
      for (const one of events) {
        const found = candidates(machine, snapshot, one.type).filter(
          ({ guard }) => guard?.name !== 'returnsTo' || guard.params.to === one.data.to,
        )
        if (restore(machine, snapshot).can(one))
          for (const { from, event, to } of found) taken.add(`${from} ${event} ${to}`)
        // An end is left by the chart itself: seen as the move of the other region.
        if (
          isFinished(
            persist(transition(machine, restore(machine, snapshot) as never, one as never)[0]),
          )
        )
          for (const { from, event, to } of transitionsNow(
            machine,
            snapshot,
            'xstate.done.state.hazard-rectification.handling',
          ))
            taken.add(`${from} ${event} ${to}`)
      }
    expect([...taken].sort()).toEqual(
      transitionsOf(machine)
        .map(({ from, event, to }) => `${from} ${event} ${to}`)
        .sort(),
    )
  })

  it('restores every snapshot exactly', () => {
    for (const snapshot of reached.values())
      expect(persist(restore(machine, JSON.parse(JSON.stringify(snapshot))))).toEqual(snapshot)
  })

  it('stays small whatever happens', () => {
    let snapshot = caseAfter(verify, order)
    for (let round = 0; round < 120; round++)
      for (const one of [reportRectified, fail])
        snapshot = persist(
          transition(machine, restore(machine, snapshot) as never, one as never)[0],
        )
    expect(snapshot.context.failedRechecks).toBe(99)
    expect(JSON.stringify(snapshot).length).toBeLessThan(1000)
  })
})
