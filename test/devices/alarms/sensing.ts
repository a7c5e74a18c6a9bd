// With what are alarms tried out?
import { type Evaluation, evaluate } from '../../../devices/alarms/evaluate.ts'
import {
  type Act,
  type AlarmState,
  atRest,
  type Input,
  limitsTold,
  type Measured,
  type Parameters,
  type Told,
} from '../../../devices/alarms/state.ts'

export const start = Date.parse('2026-11-26T08:00:00.000Z')
export const after = (seconds: number): Date => new Date(start + seconds * 1_000)
export const at = (seconds: number): string => after(seconds).toISOString()

/** A tank's level in percent: high 80 (yellow), high-high 90 (orange). */
export const tank: Parameters = {
  side: 'high',
  limits: [
    { limit: 80, level: 3 },
    { limit: 90, level: 2 },
  ],
  deadband: 5,
  onDelayMs: 60_000,
  offDelayMs: 60_000,
  latching: false,
  shelvable: true,
  needsAck: true,
  lateAfterMs: 300_000,
  reAlarmMs: null,
  anyQuality: false,
  overCounts: true,
}
export const gas: Parameters = {
  ...tank,
  limits: [
    { limit: 25, level: 2 },
    { limit: 50, level: 1 },
  ],
  deadband: 2,
  onDelayMs: 0,
  offDelayMs: 30_000,
  latching: true,
  shelvable: false,
}
export const panel: Parameters = {
  ...tank,
  side: 'told',
  limits: limitsTold,
  deadband: 0,
  onDelayMs: 0,
  offDelayMs: 0,
}

export const reads = (
  seconds: number,
  value: number | null,
  more: Partial<Measured> = {},
): Measured => ({
  kind: 'measured',
  at: at(seconds),
  value,
  quality: 'good',
  flags: [],
  ...more,
})
export const tells = (seconds: number, active: boolean, more: Partial<Told> = {}): Told => ({
  kind: 'told',
  at: at(seconds),
  active,
  level: 1,
  value: null,
  limit: null,
  text: '',
  event: `${seconds}/${active}`,
  flags: [],
  ...more,
})
export const does = (act: Act['act'], more: Partial<Act> = {}): Act => ({
  kind: 'act',
  act,
  by: 'p1',
  side: 'city',
  ...more,
})
export const time: Input = { kind: 'time' }

/** One alarm through its hours: each step says when, and what is heard. */
export const watch = (
  parameters: Parameters,
  state: AlarmState = atRest(parameters.limits.length),
) => {
  let now = state
  let last: Evaluation | null = null
  const kinds: string[] = []
  return {
    at: (seconds: number, input: Input): string[] => {
      last = evaluate(now, input, parameters, after(seconds))
      now = last.state
      kinds.push(...last.events.map(({ kind }) => kind))
      return last.events.map(({ kind }) => kind)
    },
    state: () => now,
    events: () => last?.events ?? [],
    refused: () => last?.refused,
    wakes: () => (last?.wakeAt ? (Date.parse(last.wakeAt) - start) / 1_000 : null),
    kinds,
  }
}
