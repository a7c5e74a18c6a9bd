// In which ways may a frame come through a socket?
import { trickle, type Wire } from './sockets.ts'
import { glued } from './streams.ts'

/** `neighbours`: good frames, one to come before it if it is sent between them, the other behind it. */
type Sending = {
  by: 'tcp' | 'udp'
  between: boolean
  send: (wire: Wire, frame: Uint8Array, neighbours: [Uint8Array, Uint8Array]) => Promise<void>
}

const apart: Sending['send'] = async (wire, frame, [, behind]) => {
  await wire.send(frame)
  await wire.send(behind)
}
const between: Sending['send'] = (wire, frame, [before, behind]) =>
  wire.send(glued(before, frame, behind))

export type Way =
  | 'whole'
  | 'byte by byte'
  | 'between good ones'
  | 'as a packet'
  | 'between good ones in a packet'

export const ways: Record<Way, Sending> = {
  whole: { by: 'tcp', between: false, send: apart },
  'byte by byte': {
    by: 'tcp',
    between: false,
    send: (wire, frame, [, behind]) => trickle(wire, glued(frame, behind)),
  },
  'between good ones': { by: 'tcp', between: true, send: between },
  'as a packet': { by: 'udp', between: false, send: apart },
  'between good ones in a packet': { by: 'udp', between: true, send: between },
}

export const overTcp: Way[] = ['whole', 'byte by byte', 'between good ones']
export const overTcpAndUdp: Way[] = [...overTcp, 'as a packet', 'between good ones in a packet']
