// May this system open a connection to an address that somebody has typed?
import { BlockList, isIP } from 'node:net'

/** What a deployment says of its ways out. */
export type Outbound = {
  /** `host` or `host:port` that it lists: there everything is allowed, as long as the address says exactly so. */
  listed: readonly string[]
  /** Hosts of its own, by name or address: its database, its mail server, its public address. */
  own: readonly string[]
  /** Whether HTTP and MQTT must be encrypted. */
  httpsOnly: boolean
}

type Family = 'ipv4' | 'ipv6'

const listOf = (family: Family, networks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const one of networks) {
    const [network = '', prefix] = one.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}

// Two lists: one list takes an IPv4 address for one of an IPv6 network of many noughts. That of IPv4 judges IPv4-mapped ones too.
const never = {
  ipv4: listOf('ipv4', [
    // Unspecified and this network, loopback, link-local, multicast, reserved and broadcast (RFC 6890).
    '0.0.0.0/8',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '224.0.0.0/4',
    '240.0.0.0/4',
    // Metadata of clouds outside link-local: Alibaba, Azure, Oracle.
    '100.100.100.200/32',
    '168.63.129.16/32',
    '192.0.0.192/32',
  ]),
  ipv6: listOf('ipv6', [
    // Unspecified, loopback and IPv4-compatible; link-local, site-local, multicast.
    '::/96',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
    // Metadata of Amazon and Google.
    'fd00:ec2::/32',
    'fd20:ce::254/128',
    // What carries an IPv4 address within: translated (SIIT, NAT64), 6to4, Teredo.
    '::ffff:0:0:0/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '2002::/16',
    '2001::/32',
  ]),
}

const familyOf = (address: string): Family | null =>
  ({ 4: 'ipv4' as const, 6: 'ipv6' as const })[isIP(address)] ?? null

/**
 * Whether no connection may be opened to `address`, an IPv4 or IPv6 address in text: loopback, link-local, metadata, unspecified, multicast, reserved,
 * one with a zone, one of `own` (addresses too), and whatever is no address at all. Private networks are allowed: a city's partners are there.
 */
export const isRefusedAddress = (address: string, own: readonly string[] = []): boolean => {
  const family = familyOf(address)
  if (family === null || address.includes('%')) return true
  const ours = { ipv4: new BlockList(), ipv6: new BlockList() }
  for (const one of own) {
    const [plain = ''] = one.split('%')
    const of = familyOf(plain)
    if (of !== null) ours[of].addAddress(plain, of)
  }
  const lists =
    family === 'ipv4' ? [never.ipv4, ours.ipv4] : [never.ipv4, ours.ipv4, never.ipv6, ours.ipv6]
  return lists.some((list) => list.check(address, family))
}

/** As browsers read it: decimal, octal and short forms of IPv4 become dotted ones, brackets and a last dot go. Null: no host. */
const plainHost = (host: string): string | null => {
  const url = `http://${host}`
  if (!URL.canParse(url)) return null
  return new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

const usualPorts: Record<string, string> = {
  'http:': '80',
  'ws:': '80',
  'https:': '443',
  'wss:': '443',
  'mqtt:': '1883',
  'tcp:': '1883',
  'mqtts:': '8883',
  'ssl:': '8883',
  'opc.tcp:': '4840',
}

/** OPC UA encrypts by itself. */
const inTheClear = ['http:', 'ws:', 'mqtt:', 'tcp:']

/** The listed ones name what is typed, not what it resolves to: else any name could be pointed there. */
const isListed = (host: string, port: string, listed: readonly string[]): boolean =>
  listed.some((entry) => {
    if (!URL.canParse(`any://${entry}`)) return false
    const { hostname, port: only } = new URL(`any://${entry}`)
    return plainHost(hostname) === host && (only === '' || only === port)
  })

export type Target = { host: string; port: string; listed: boolean }

/**
 * What of a typed address is to be dialled; `listed`: its addresses need no judging. Null: refused as it stands, whatever it resolves to: an address
 * that is refused, a name without a dot (it means a host of this very network), a host of our own, HTTP or MQTT in the clear where they must be encrypted.
 */
export const targetOf = (address: string, { listed, own, httpsOnly }: Outbound): Target | null => {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, port: explicitPort } = new URL(address)
  if (httpsOnly && inTheClear.includes(protocol)) return null
  const host = plainHost(hostname)
  if (host === null || host === '') return null
  const port = explicitPort || (usualPorts[protocol] ?? '')
  if (isListed(host, port, listed)) return { host, port, listed: true }
  const ours = own.map(plainHost)
  if (familyOf(host) !== null)
    return isRefusedAddress(host, own) ? null : { host, port, listed: false }
  return !host.includes('.') || host.endsWith('.localhost') || ours.includes(host)
    ? null
    : { host, port, listed: false }
}
