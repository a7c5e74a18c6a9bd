// May this station say this now; if not, with which number of 9011 is it refused?
import { look } from '../../frames/look.ts'
import type { RegisteredDevice } from '../../frames/protocol.ts'
import { flagOf, headerOf, type Message } from './message.ts'
import { momentOf } from './time.ts'
import { commands, systems } from './words.ts'

/** `answer`: QnRtn of 9011; null: nothing is answered, for the sender may be an impostor. */
export type Objection = { reason: string; answer: number | null }

const HOUR = 3_600_000
const AHEAD = 24 * HOUR
const REPLAY = 7 * 24 * HOUR

const versions = 3

/** What is wrong with the head of a message, in the order of the answers' numbers; null: nothing. `offset`: of the station's clock, if it is known. */
export const objectionTo = (
  message: Message,
  device: RegisteredDevice,
  now: Date,
  offset: number | null,
): Objection | null => {
  // Whoever has no password registered is not heard: his number alone is known to anybody.
  if (device.secret === null || headerOf(message, 'PW') !== device.secret)
    return { reason: 'password', answer: 3 }
  if (!look(systems, headerOf(message, 'ST'))) return { reason: 'system-code', answer: 5 }
  if (!flagIsRight(message)) return { reason: 'flag', answer: 6 }
  const command = look(commands, headerOf(message, 'CN'))
  const numbered = objectionToNumber(message, now, command?.kind === 'answer' ? null : offset)
  if (numbered) return numbered
  if (!command || command.kind === 'down') return { reason: 'command', answer: 8 }
  return null
}

/** The place of a packet in its set; null: it stands alone. */
export const partOf = (message: Message): { of: number; number: number } | null => {
  const of = Number(headerOf(message, 'PNUM') ?? '1')
  return of > 1 ? { of, number: Number(headerOf(message, 'PNO')) } : null
}

/** Sent once more by a station of 2025. */
export const isRepeated = (message: Message): boolean => headerOf(message, 'RF') === '1'

function flagIsRight(message: Message): boolean {
  const flag = flagOf(message)
  const [of, number, repeated] = ['PNUM', 'PNO', 'RF'].map((name) => headerOf(message, name))
  if (!flag || flag.version >= versions || (flag.numbered && of === undefined)) return false
  if (!/^[01]$/.test(repeated ?? '1')) return false
  if (of === undefined && number === undefined) return true
  const whole = /^\d{1,4}$/
  return (
    whole.test(of ?? '') &&
    whole.test(number ?? '') &&
    Number(number) >= 1 &&
    Number(number) <= Number(of)
  )
}

// The frames of 2005 could do without a number. How old one is, is judged by the station's clock, and not at all while that is unknown.
function objectionToNumber(message: Message, now: Date, offset: number | null): Objection | null {
  const written = headerOf(message, 'QN')
  if (written === undefined && flagOf(message)?.version === 0) return null
  const moment = written?.length === 17 ? momentOf(written) : null
  if (!moment) return { reason: 'request-number', answer: 7 }
  const age = offset === null ? 0 : now.getTime() - moment.getTime() - offset
  if (age < -AHEAD) return { reason: 'future', answer: 7 }
  if (age > REPLAY && !isRepeated(message)) return { reason: 'replay', answer: null }
  return null
}
