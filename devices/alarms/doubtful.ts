// What may be said of an alarm by whose moment nobody knows: that it stands, and never that it is over?
import type { Refusal } from './acts.ts'
import { said, type Turn } from './announce.ts'
import { exceeds, mayCount, remembered, want } from './sensed.ts'
import type { AlarmState, Measured, Told } from './state.ts'

export const isDoubtful = ({ flags }: Measured | Told): boolean => flags.includes('doubtful')

/** Null: it changes what stands. What is on stays as it is, whatever is said; the order and the quality of what is sure are not touched. */
export const applyDoubtful = (turn: Turn, input: Measured | Told): Refusal | null => {
  const { state, ms } = turn
  const name = input.kind === 'told' ? input.event : `${input.at}=${input.value}`
  if (state.heard.includes(name)) return 'duplicate'
  const stands = standing(turn, input)
  if (!stands.some((wanted, n) => wanted && !state.bits[n]?.on)) return calmed(state)
  const open = state.bits.every(({ on, changing }) => !on && changing === null)
  if (open) state.doubt = true
  state.bits.forEach((bit, n) => {
    if (!bit.on) want(bit, stands[n] ?? false, ms)
  })
  const { value, at } = input
  const told =
    input.kind === 'told'
      ? { limit: input.limit, text: input.text, event: input.event }
      : limited(turn, stands)
  state.seen = { value, sensedAt: at, ...told }
  state.heard = [...state.heard, name].slice(-remembered)
  return null
}

/** Somebody whose moment is known says that it stands: from now on it is as any other. */
export const confirmDoubtful = (turn: Turn): void => {
  const { state } = turn
  delete state.doubt
  if (!state.episode?.doubtful) return
  state.episode.doubtful = false
  said(turn, 'time-confirmed', { outward: false })
}

const standing = ({ state, parameters }: Turn, input: Measured | Told): boolean[] => {
  if (input.kind === 'told') {
    const rank =
      input.active && !input.suppressed && input.branch === undefined ? 5 - input.level : 0
    return state.bits.map((_, n) => n < rank)
  }
  const { value } = input
  return state.bits.map(
    (bit, n) => mayCount(input, parameters) && exceeds(value ?? 0, bit.on, n, parameters),
  )
}

/** What had only begun, and by hearsay, begins no more. */
const calmed = (state: AlarmState): Refusal => {
  if (state.doubt) for (const bit of state.bits) if (!bit.on) bit.changing = null
  return 'doubtful'
}

const limited = ({ parameters }: Turn, stands: boolean[]) => ({
  limit: parameters.limits[Math.max(0, stands.lastIndexOf(true))]?.limit ?? null,
  text: '',
  event: null,
})
