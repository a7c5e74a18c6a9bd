// How is a broker reached, at the judged address alone, and what is said of it when that fails?
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import type { Outbound } from '../../domain/outbound/address.ts'
import { both } from '../frames/words.ts'
import { judgeTyped, lookupFor, RefusedAddress } from '../outbound/dial.ts'

export const refusedBroker = both('该地址不可使用', 'this address may not be dialled')

/**
 * A client of the broker at `url` (mqtt, mqtts, tcp, ssl), which connects again by itself; names are resolved and judged at each attempt. `ca`: who
 * signs the broker's certificate, PEM; absent: as this machine trusts. Throws `RefusedAddress`.
 */
export const openBrokerClient = async (
  { url, ca }: { url: string; ca?: string | undefined },
  outbound: Outbound,
  options: IClientOptions,
): Promise<MqttClient> => {
  const target = await judgeTyped(url, outbound)
  const { protocol } = new URL(url)
  const isTls = protocol === 'mqtts:' || protocol === 'ssl:'
  const to = { host: target.host, port: Number(target.port), ...lookupFor(target, outbound) }
  const named = isIP(target.host) === 0 ? { servername: target.host } : {}
  const open = (): Socket =>
    isTls ? connectTls({ ...to, ...named, ...(ca === undefined ? {} : { ca }) }) : connectPlain(to)
  return new mqtt.MqttClient(open, { ...options, protocol: isTls ? 'mqtts' : 'mqtt' })
}

/** What kind of failure it was, and no more: its text would tell an administrator what the inner network answers. */
export const brokerFailure = (error: Error & { code?: unknown }): string => {
  if (error instanceof RefusedAddress) return refusedBroker
  const code = typeof error.code === 'string' ? error.code : ''
  if (/CERT|TLS|SSL|SIGN|ISSUER/.test(code))
    return both('代理的证书不受信任', 'the certificate of the broker is not trusted')
  if (typeof error.code === 'number')
    return both(`代理拒绝登录（${error.code}）`, `the broker declines (${error.code})`)
  return both('无法连接', 'it cannot be reached')
}
