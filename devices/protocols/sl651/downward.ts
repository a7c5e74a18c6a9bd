// What does the centre send down: a confirmation, or that a packet is missing (SL 651-2014, 6.3.1.2)?
import { type Header, sl651 } from './codec.ts'
import { ACK, type Body, digitsOf, EOT, ESC, ETB, NAK, type Part } from './message.ts'
import { type Assembly, partsToRequest } from './parts.ts'
import type { StationPeer, WholeReport } from './session-state.ts'

// Same function and serial number; the packets of M3 are confirmed as the last of them (表23).
export const confirmReport = (
  message: WholeReport,
  { stayOnline }: StationPeer,
  now: Date,
): Uint8Array => {
  const over = stayOnline ? ESC : EOT
  return down(
    message,
    message.part,
    message.body.serial,
    message.end === ETB && !message.part ? ACK : over,
    now,
  )
}

const down = (
  { centre, station, password, func }: Header,
  part: Part | null,
  serial: number,
  end: number,
  now: Date,
): Uint8Array => {
  const head = { direction: 'down' as const, centre, station, password, func, end }
  const body: Body = { serial, sent: digitsOf(now), items: [] }
  if (!part) return sl651.encode({ ...head, part: null, body }, {})
  const bytes = Buffer.concat([
    Uint8Array.of(serial >> 8, serial & 0xff),
    Buffer.from(body.sent, 'hex'),
  ])
  return sl651.encode({ ...head, part, bytes }, {})
}

// One NAK for each missing packet, with its number.
export const askForPackets = (assembly: Assembly, header: Header, now: Date): Uint8Array[] => {
  const first = assembly.packets.get(1)
  const serial = first ? (first[0] ?? 0) * 256 + (first[1] ?? 0) : 0
  return partsToRequest(assembly, now).map((number) =>
    down(header, { total: assembly.total, number }, serial, NAK, now),
  )
}
