// How is a connection opened to an address that somebody has typed, so that it leads nowhere else?
import { lookup as resolve } from 'node:dns/promises'
import { type RequestOptions, request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import {
  isRefusedAddress,
  type Outbound,
  type Target,
  targetOf,
} from '../../domain/outbound/address.ts'

/** The address is one to which nothing is sent. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
  /** Clients of sockets tell only of errors that have one. */
  readonly code = 'REFUSED_ADDRESS'
}

/** What answered is longer than may be read. */
export class OverlongAnswer extends Error {
  override name = 'OverlongAnswer'
}

export type Posted = {
  headers: Record<string, string>
  body: string
  timeoutMs: number
  mostBytes: number
}

type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const resolveAll: Resolve = (host) => resolve(host, { all: true })

/** Hosts of our own by address, as they resolve now, and every address of this machine. */
const ownAddresses = async (own: readonly string[], resolver: Resolve): Promise<string[]> => {
  const named = await Promise.all(own.map((one) => resolver(one).catch(() => [])))
  const here = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return [...named.flat(), ...here].map(({ address }) => address)
}

/** What a name resolves to now. Of several addresses none may be refused. */
const resolveJudged = async (host: string, { own }: Outbound, resolver: Resolve) => {
  const [found, ours] = await Promise.all([resolver(host), ownAddresses(own, resolver)])
  if (found.length === 0 || found.some(({ address }) => isRefusedAddress(address, ours)))
    throw new RefusedAddress()
  return found
}

/**
 * What of a typed address is to be dialled. Throws `RefusedAddress` where that is clear without a name server, which is not asked about an address in
 * digits.
 */
export const judgeTyped = async (
  url: string,
  outbound: Outbound,
  resolver: Resolve = resolveAll,
): Promise<Target> => {
  const target = targetOf(url, outbound)
  if (!target) throw new RefusedAddress()
  if (
    !target.listed &&
    isIP(target.host) !== 0 &&
    isRefusedAddress(target.host, await ownAddresses(outbound.own, resolver))
  )
    throw new RefusedAddress()
  return target
}

/**
 * The same address with the name of its host resolved and judged, for who resolves by himself: he connects to exactly that. Throws `RefusedAddress`,
 * or that the name is not known.
 */
export const resolveTyped = async (
  url: string,
  outbound: Outbound,
  resolver: Resolve = resolveAll,
): Promise<string> => {
  const { host, listed } = await judgeTyped(url, outbound, resolver)
  if (listed || isIP(host) !== 0) return url
  const found = await resolveJudged(host, outbound, resolver)
  const { address, family } = found.find((one) => one.family === 4) ?? found[0]!
  const resolved = new URL(url)
  return url.replace(`//${resolved.hostname}`, `//${family === 6 ? `[${address}]` : address}`)
}

/** Resolves each time and hands on only what was judged then: no second answer of a name server is asked. */
const createLookup =
  (outbound: Outbound, resolver: Resolve): LookupFunction =>
  (host, { all }, done) => {
    resolveJudged(host, outbound, resolver).then(
      (found) => (all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)),
      (error: Error) => done(error, all ? [] : '', 0),
    )
  }

/** For sockets: the look-up of names under which a judged address is connected to. A listed one needs none. */
export const lookupFor = (
  { listed }: Target,
  outbound: Outbound,
  resolver: Resolve = resolveAll,
): { lookup?: LookupFunction } => (listed ? {} : { lookup: createLookup(outbound, resolver) })

/**
 * Sends `body` to an address of the web on a connection of its own, following nothing. Answers with the status and at most `mostBytes` of the body.
 * Throws `RefusedAddress`, `OverlongAnswer`, or whatever keeps it from being reached in `timeoutMs` milliseconds.
 */
export const postTo = async (
  url: string,
  { headers, body, timeoutMs, mostBytes }: Posted,
  outbound: Outbound,
  resolver: Resolve = resolveAll,
): Promise<{ status: number; bytes: Uint8Array }> => {
  const target = await judgeTyped(url, outbound, resolver)
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    ...lookupFor(target, outbound, resolver),
  }
  return new Promise((done, fail) => {
    const request = new URL(url).protocol === 'https:' ? requestTls : requestPlain
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= mostBytes) return void chunks.push(chunk)
        fail(new OverlongAnswer())
        sent.destroy()
      })
      response.on('error', fail)
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
