// How is a connection opened to an address that somebody has typed, so that it leads nowhere else?
import { lookup as resolve } from 'node:dns/promises'
import { type RequestOptions, request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { isRefusedAddress, type Outbound, targetOf } from '../../domain/outbound/address.ts'

/** The address is one to which nothing is sent. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
}

/** What answered is longer than may be read. */
export class OverlongAnswer extends Error {
  override name = 'OverlongAnswer'
}

export type Posted = { headers: Record<string, string>; body: string; timeoutMs: number; mostBytes: number }

type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const resolveAll: Resolve = (host) => resolve(host, { all: true })

/** Hosts of our own by address, as they resolve now, and every address of this machine. */
const ownAddresses = async (own: readonly string[], resolver: Resolve): Promise<string[]> => {
  const named = await Promise.all(own.map((one) => resolver(one).catch(() => [])))
  const here = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return [...named.flat(), ...here].map(({ address }) => address)
}

/** Resolves each time and hands on only what was judged then: no second answer of a name server is asked. Of several addresses none may be refused. */
const createLookup =
  ({ own }: Outbound, resolver: Resolve): LookupFunction =>
  (host, { all }, done) => {
    const judged = async () => {
      const [found, ours] = await Promise.all([resolver(host), ownAddresses(own, resolver)])
      if (found.length === 0 || found.some(({ address }) => isRefusedAddress(address, ours))) throw new RefusedAddress()
      return found
    }
    judged().then(
      (found) => (all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)),
      (error: Error) => done(error, all ? [] : '', 0),
    )
  }

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
  const target = targetOf(url, outbound)
  if (!target) throw new RefusedAddress()
  // No name server is asked about an address in digits.
  if (!target.listed && isIP(target.host) !== 0 && isRefusedAddress(target.host, await ownAddresses(outbound.own, resolver)))
    throw new RefusedAddress()
  const options: RequestOptions = {
    ...{ method: 'POST', agent: false, signal: AbortSignal.timeout(timeoutMs) },
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    ...(target.listed ? {} : { lookup: createLookup(outbound, resolver) }),
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
      response.on('end', () => done({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) }))
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
