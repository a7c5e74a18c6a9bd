// Which packets of a long body are there, and which must be asked for again (SL 651-2014, mode M3)?
import type { Part } from './message.ts'

/** After so long without another packet a body is given up. */
const PATIENCE = 60_000
/** After so long the missing ones are asked for once more. */
const REQUEST_PAUSE = 20_000
const MOST_BYTES = 2 * 1024 * 1024
/** So many missing packets are named at a time. */
const MOST_REQUESTS = 16
/** M3: a packet is sent again at most twice. */
const MOST_ROUNDS = 2

export type Assembly = {
  station: string
  func: number
  total: number
  packets: Map<number, Uint8Array>
  bytes: number
  lastReceivedAt: number
  /** When and how often missing ones were asked for. */
  requestedAt: number
  rounds: number
}

/** The bodies that come in on one connection, by station and function. */
export type Assemblies = Map<string, Assembly>

/** Takes a packet in. `whole`: all are there, in order. `refused`: it would be too long to be kept. */
export const takePart = (
  assemblies: Assemblies,
  from: { station: string; func: number },
  part: Part,
  bytes: Uint8Array,
  now: Date,
): { whole: Uint8Array } | { refused: true } | { waits: Assembly } => {
  const key = `${from.station}/${from.func}`
  const assembly = continued(assemblies.get(key), part, bytes) ?? fresh(from, part.total)
  assembly.bytes += bytes.length - (assembly.packets.get(part.number)?.length ?? 0)
  assembly.packets.set(part.number, bytes)
  assembly.lastReceivedAt = now.getTime()
  assemblies.delete(key)
  if (assembly.bytes > MOST_BYTES) return { refused: true }
  if (assembly.packets.size < part.total) {
    assemblies.set(key, assembly)
    return { waits: assembly }
  }
  return {
    whole: Buffer.concat(
      Array.from(
        { length: part.total },
        (_, i) => assembly.packets.get(i + 1) ?? new Uint8Array(0),
      ),
    ),
  }
}

const fresh = ({ station, func }: { station: string; func: number }, total: number): Assembly => ({
  station,
  func,
  total,
  packets: new Map(),
  bytes: 0,
  lastReceivedAt: 0,
  requestedAt: 0,
  rounds: 0,
})

// Another number of packets, or other bytes under the same number, are another body.
const continued = (
  assembly: Assembly | undefined,
  { total, number }: Part,
  bytes: Uint8Array,
): Assembly | undefined => {
  if (!assembly || assembly.total !== total) return undefined
  const known = assembly.packets.get(number)
  return known && !Buffer.from(known).equals(Buffer.from(bytes)) ? undefined : assembly
}

/** The numbers that are missing, to be asked for now; none when they were asked for often enough. */
export const partsToRequest = (assembly: Assembly, now: Date): number[] => {
  if (assembly.rounds >= MOST_ROUNDS) return []
  assembly.rounds += 1
  assembly.requestedAt = now.getTime()
  const numbers: number[] = []
  for (let number = 1; number <= assembly.total && numbers.length < MOST_REQUESTS; number++)
    if (!assembly.packets.has(number)) numbers.push(number)
  return numbers
}

/** What has waited: `again` may be asked for once more, `lost` is forgotten. */
export const waited = (
  assemblies: Assemblies,
  now: Date,
): { again: Assembly[]; lost: Assembly[] } => {
  const silent = (ms: number): Assembly[] =>
    [...assemblies.values()].filter(({ lastReceivedAt }) => now.getTime() - lastReceivedAt >= ms)
  const lost = silent(PATIENCE)
  for (const { station, func } of lost) assemblies.delete(`${station}/${func}`)
  const again = silent(REQUEST_PAUSE).filter(
    ({ requestedAt }) => now.getTime() - requestedAt >= REQUEST_PAUSE,
  )
  return { again, lost }
}
