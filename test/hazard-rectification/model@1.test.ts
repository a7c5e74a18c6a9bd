// Can every state of the first chart be reached and left?
import { describe, expect, it } from 'vitest'
import { transition } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import type { HazardContext } from '../../domain/hazard-rectification/memory/context.ts'
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
import {
  act,
  caseAfter,
  city,
  fail,
  order,
  overdue,
  pass,
  province,
  red,
  report,
  reportRectified,
  verify,
  writeOff,
} from './charted@1.ts'

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
