// As whose do the requests from an address count?
import { isIPv6 } from 'node:net'
import type { Context } from 'hono'
import { addressOf } from './auth.ts'
import type { ApiEnv } from './deps.ts'

/** Who has an IPv6 address has 2^64 of them: what counts is the network that was given to him. An IPv4 address within IPv6 is that address. */
export const networkIn = (address: string): string => {
  const plain = address.replace(/^\[|\](?::\d+)?$/g, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return address
  const groups = groupsOf(plain)
  const [high = 0, low = 0] = groups.slice(6)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const network = groups.slice(0, 4).map((group) => group.toString(16))
  return `${network.join(':')}::/64`
}

/** The eight groups of an address that is one. */
const groupsOf = (address: string): number[] => {
  const inHex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number)
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
  const [before, after] = inHex
    .split('::')
    .map((side) => (side === '' ? [] : side.split(':').map((group) => Number.parseInt(group, 16))))
  const [head = [], tail = []] = [before, after]
  return [...head, ...Array(8 - head.length - tail.length).fill(0), ...tail]
}

/** The network that a request comes from, for whatever is counted by it. */
export const networkOf = (c: Context<ApiEnv>, behindProxy: boolean): string =>
  networkIn(addressOf(c, behindProxy))
