// Is every state of a project reached and left, is every transition of the chart taken by somebody, and is every snapshot whole?
import { describe, expect, it } from 'vitest'
import { transition } from 'xstate'
import { persist, restore, stateKey, statesOf, type Transition, transitionsNow, transitionsOf } from '../../domain/case/chart.ts'
import { agenda } from '../../domain/case/clocks/ladder.ts'
import type { Snapshot } from '../../domain/case/record.ts'
import { threeSimultaneities as process } from '../../domain/three-simultaneities/process.ts'
import { handlingEnded } from '../../domain/three-simultaneities/regions/ends.ts'
import { machine } from '../../domain/three-simultaneities/statechart.ts'
import { actor } from '../support/cast.ts'
import type { Situation } from '../support/walk.ts'
import { samples } from './samples.ts'
import { reviewing, situations } from './situations.ts'

describe('the model', () => {
  const snapshots = situations.map(({ record }) => record.snapshot)

  it('reaches every state', () => {
    const reached = new Set(snapshots.flatMap(({ value }) => stateKey(value).split('|')))
    const leaves = statesOf(machine).filter(({ kind }) => kind === 'atomic' || kind === 'final')
    expect(leaves.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([])
  })

  it('can be left from every situation that is no end: by somebody, or by a clock', () => {
    const left = ({ record }: Situation) => record.status === 'closed' || agenda(record).length > 0 || Object.keys(record.desk).length > 0
    expect(situations.filter((one) => !left(one)).map(({ path }) => path.join(' → '))).toEqual([])
  })

  it('draws no transition that nothing takes', () => {
    const drawn = transitionsOf(machine).map(key)
    const taken = new Set(situations.flatMap(({ record, world }) => takenFrom(record, world.at)))
    expect(drawn.filter((one) => !taken.has(one))).toEqual([])
  })

  const key = ({ from, event, to }: Transition) => `${from} ${event} ${to}`
  const ofPeople = Object.entries(samples).flatMap(([type, all]) => all.map((data) => ({ type, data })))
  const ofTheClock = process.clocks.flatMap(({ ladder }) => ladder.flatMap(({ event }) => (event ? [{ type: event, data: {} }] : [])))

  const takenFrom = ({ snapshot }: Situation['record'], now: string): string[] =>
    [...ofPeople, ...ofTheClock].flatMap(({ type, data }) =>
      transitionsNow(machine, snapshot, type).flatMap((one) =>
        reviewing().some((by) => opens(one, snapshot.context, { type, data, by, at: now, signatures: [] }))
          ? [key(one), ...endedBy(snapshot, { type, data })]
          : [],
      ),
    )

  const opens = ({ guard }: Transition, context: object, event: object) =>
    !guard || (process.rules[guard.name] as (input: object, params: object) => unknown)({ context, event }, guard.params) === true

  /** What the chart's own event does when this one ends the handling: seen in where the bar stands afterwards. */
  const endedBy = (snapshot: Snapshot, event: { type: string; data: object }): string[] => {
    const live = restore(machine, snapshot)
    const sent = { ...event, by: actor('gao'), at: '2026-03-02T01:00:00.000Z', signatures: [] }
    const after = stateKey(transition(machine, live as never, sent as never)[0].value)
    return transitionsNow(machine, snapshot, handlingEnded).flatMap((one) => (one.to.every((to) => after.includes(to)) ? [key(one)] : []))
  }

  it('restores every snapshot exactly, and stays small', () => {
    for (const snapshot of snapshots) {
      expect(persist(restore(machine, JSON.parse(JSON.stringify(snapshot))))).toEqual(snapshot)
      expect(JSON.stringify(snapshot).length).toBeLessThan(2_500)
    }
  })
})
