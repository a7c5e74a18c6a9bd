// What does every channel by which people are called offer?
import type { CallFact } from '../../domain/calls/channels.ts'
import type { Text } from '../../domain/language/words.ts'

/** What is said. `id`: of the call, under which a gateway dials once; `number`: of the case. */
export type CallMessage = {
  id: string
  phone: string
  title: Text
  matter: string
  number: string
}

/** What is known at once. `detail`: a code of the gateway's, never words that may name somebody. */
export type Sent = {
  fact: Extract<CallFact, 'accepted' | 'refused' | 'unreachable' | 'unknown'>
  detail: string
  reference?: string
}

/** A call that the gateway has, or may have. */
export type AskedCall = { id: string; phone: string; reference: string | null; at: Date }
export type Heard = {
  fact: Extract<CallFact, 'delivered' | 'undelivered' | 'answered'>
  detail: string
}

export type Channel = {
  /** A robot speaks in a room of its own and mentions whoever has a number. */
  needsPhone: boolean
  send: (message: CallMessage) => Promise<Sent>
  /** What has become of it; absent: the channel never says. Throws nothing: not to be reached is nothing new. */
  ask?: (call: AskedCall) => Promise<Heard[]>
}
