// Who of those that have called us has shown no device that we know, and when does he leave?
import type { Registry } from '../frames/protocol.ts'
import type { SessionRunner } from './session-runner.ts'

/** `headerMs`: within which a first frame is whole, and names somebody known. */
export type Limits = {
  connections: number
  perAddress: number
  headerMs: number
  idleFrameMs: number
  tickMs: number
}

/** `since`: when he called, ms. `whole`: a first frame has ended. `storing`: what was read last is still being stored. */
export type Caller = {
  socket: { destroyed: boolean }
  runner: Pick<SessionRunner, 'device' | 'named' | 'held'>
  since: number
  address: string
  /** We have called him. */
  dialled: boolean
  whole: boolean
  storing: boolean
}

const isStranger = ({ dialled, runner }: Caller): boolean => !dialled && runner.device() === null

/** Null: there is room for one more from this address. Otherwise why not, and who makes room for him: the stranger who has called first, of the same address where that is crowded. */
export const fullFor = <Open extends Caller>(
  callers: Iterable<Open>,
  address: string,
  limits: Pick<Limits, 'connections' | 'perAddress'>,
): { words: string; stranger: Open | undefined } | null => {
  const open = [...callers].filter(({ socket }) => !socket.destroyed)
  const neighbours = open.filter((one) => one.address === address)
  const isFull = open.length >= limits.connections
  const isCrowded = neighbours.length >= limits.perAddress
  if (!isFull && !isCrowded) return null
  const words = isFull ? 'too many connections' : 'too many connections from one address'
  return { words, stranger: (isCrowded ? neighbours : open).find(isStranger) }
}

/** He has begun a first frame and does not end it, or has named one whom nobody knows. Who is silent, or whose modem has said something of its own, may be a station that speaks seldom. */
export const isOverdue = (
  caller: Caller,
  {
    limits: { headerMs },
    endpoint: { registry },
  }: { limits: Pick<Limits, 'headerMs'>; endpoint: { registry: Pick<Registry, 'device'> } },
  now: number,
): boolean => {
  const { runner, since, whole, storing } = caller
  if (storing || !isStranger(caller) || now - since < headerMs) return false
  const named = runner.named()
  return named === null ? !whole && runner.held() > 0 : !registry.device(named)
}
