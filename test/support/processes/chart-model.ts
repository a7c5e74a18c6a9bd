// Does a chart hold what every chart must: all of it reached, left and taken by somebody, every snapshot whole and small?
import { expect, it } from 'vitest'
import { transition } from 'xstate'
import { agenda } from '../../../domain/engine/clocks/escalation-policy.ts'
import {
  persist,
  restore,
  stateKey,
  statesOf,
  type Transition,
  transitionsNow,
  transitionsOf,
} from '../../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { Snapshot } from '../../../domain/model/record.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import type { Samples, Situation } from '../walks/walk.ts'

const largest = 2_500

export type ChartModel = {
  process: ProcessDefinition
  situations: Situation[]
  samples: Samples
  deciding: Actor[]
  /** The chart's own event by which the end of the handling reaches its other regions, and who brings that about. */
  ended: { event: string; by: Actor; at: string }
  /** What else the chart may remember, where a guard asks for what no walk comes to. */
  memories?: object[]
}

/** The promises of a chart, each a test of its own. */
export const itHolds = (model: ChartModel): void => {
  const { process, situations, deciding, memories = [{}] } = model
  const { machine } = process
  const snapshots = situations.map(({ record }) => record.snapshot)

  it('reaches every state', () => {
    const reached = new Set(snapshots.flatMap(({ value }) => stateKey(value).split('|')))
    const leaves = statesOf(machine).filter(({ kind }) => kind === 'atomic' || kind === 'final')
    expect(leaves.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([])
  })

  it('can be left from every situation that is no end: by somebody, or by a clock', () => {
    const left = ({ record }: Situation) =>
      record.status === 'closed' ||
      agenda(record).length > 0 ||
      Object.keys(record.openTasks).length > 0
    expect(situations.filter((one) => !left(one)).map(({ path }) => path.join(' → '))).toEqual([])
  })

  it('draws no transition that nothing takes', () => {
    const missing = new Set(transitionsOf(machine).filter(isNotTakenAtOnce).map(keyOf))
    for (const { record, decisionContext } of situations) {
      if (missing.size === 0) break
      for (const one of takenFrom(record.snapshot, decisionContext.at, missing)) missing.delete(one)
    }
    expect([...missing]).toEqual([])
  })

  it('restores every snapshot exactly, and stays small', () => {
    for (const snapshot of snapshots) {
      expect(persist(restore(machine, JSON.parse(JSON.stringify(snapshot))))).toEqual(snapshot)
      expect(JSON.stringify(snapshot).length).toBeLessThan(largest)
    }
  })

  /** What the chart does by itself leaves no situation before it: where it leads is reached, or it is not taken. */
  const isNotTakenAtOnce = ({ event, to }: Transition): boolean =>
    event !== '' ||
    !snapshots.some(({ value }) => to.every((name) => stateKey(value).split('|').includes(name)))

  /** Every transition whose guard says yes to somebody, by what the chart remembers or might; of those alone that are still missing. */
  const takenFrom = (snapshot: Snapshot, at: string, missing: ReadonlySet<string>): string[] => {
    const endMissing = [...missing].some((one) => one.includes(` ${model.ended.event} `))
    return requestsOf(model).flatMap(({ type, data }) =>
      transitionsNow(machine, snapshot, type).flatMap((one) =>
        (endMissing || missing.has(keyOf(one))) &&
        deciding.some((by) =>
          memories.some((more) =>
            opens(
              process,
              one,
              { ...snapshot.context, ...more },
              { type, data, by, at, signatures: [] },
            ),
          ),
        )
          ? [keyOf(one), ...(endMissing ? endedBy(model, snapshot, { type, data }) : [])]
          : [],
      ),
    )
  }
}

const keyOf = ({ from, event, to }: Transition): string => `${from} ${event} ${to}`

const requestsOf = ({ process, samples }: ChartModel): { type: string; data: object }[] => [
  ...Object.entries(samples).flatMap(([type, all]) => all.map((data) => ({ type, data }))),
  ...process.clocks.flatMap(({ escalationPolicy }) =>
    escalationPolicy.flatMap(({ event }) => (event ? [{ type: event, data: {} }] : [])),
  ),
]

const opens = (
  process: ProcessDefinition,
  { guard }: Transition,
  context: object,
  event: object,
): boolean =>
  !guard ||
  (process.rules[guard.name] as (input: object, params: object) => unknown)(
    { context, event },
    guard.params,
  ) === true

/** What the chart's own event does when this one ends the handling: seen in where the other regions stand afterwards. */
const endedBy = (
  { process: { machine }, ended }: ChartModel,
  snapshot: Snapshot,
  event: { type: string; data: object },
): string[] => {
  const sent = { ...event, by: ended.by, at: ended.at, signatures: [] }
  const after = stateKey(
    transition(machine, restore(machine, snapshot) as never, sent as never)[0].value,
  )
  return transitionsNow(machine, snapshot, ended.event).flatMap((one) =>
    one.to.every((to) => after.includes(to)) ? [keyOf(one)] : [],
  )
}
