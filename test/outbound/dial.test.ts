// Does a connection lead only where it was judged to lead?
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  judgeTyped,
  lookupFor,
  OverlongAnswer,
  postTo,
  RefusedAddress,
  resolveTyped,
} from '../../devices/outbound/dial.ts'
import { brokerFailure, openBrokerClient, refusedBroker } from '../../devices/push/broker.ts'

const received: string[] = []
const server = createServer((request, response) => {
  received.push(request.url ?? '')
  if (request.url === '/moved') response.writeHead(302, { location: '/secret' }).end('moved')
  else response.end('x'.repeat(request.url === '/long' ? 2_000 : 5))
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

const sent = { headers: {}, body: 'hello', timeoutMs: 2_000, mostBytes: 1_000 }
const outbound = { listed: [], own: ['db.city.example'], httpsOnly: false }
/** A name server whose answers are spent one after another, the last one again and again. */
const naming = (answers: Record<string, string[][]>) => {
  const requests: string[] = []
  const resolver = async (host: string) => {
    const number = requests.filter((one) => one === host).length
    requests.push(host)
    const found = answers[host]?.[number] ?? answers[host]?.at(-1) ?? []
    return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return { request: requests, resolver }
}

test('promise (secrecy): a name that is pointed at this machine after it was registered receives nothing', async () => {
  const here = Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).map(({ address }) => [address]),
  )
  const own = { 'db.city.example': [['10.3.2.1']] }
  for (const found of [
    ...here,
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['10.3.2.1'],
    ['198.51.100.7', '169.254.169.254'],
    [],
  ]) {
    const { resolver } = naming({ 'cap.example': [found], ...own })
    await expect(postTo(`http://cap.example:${port}/in`, sent, outbound, resolver)).rejects.toThrow(
      RefusedAddress,
    )
  }
  expect(received).toEqual([])
})

test('a name is asked once for each connection, and judged each time', async () => {
  const { request, resolver } = naming({ 'cap.example': [['198.51.100.7'], ['127.0.0.1']] })
  const first = postTo(
    `http://cap.example:${port}/in`,
    { ...sent, timeoutMs: 50 },
    outbound,
    resolver,
  )
  await expect(first).rejects.not.toThrow(RefusedAddress)
  expect(request.filter((one) => one === 'cap.example')).toHaveLength(1)
  await expect(postTo(`http://cap.example:${port}/in`, sent, outbound, resolver)).rejects.toThrow(
    RefusedAddress,
  )
  expect([request.filter((one) => one === 'cap.example').length, received]).toEqual([2, []])
})

test('an address of this machine in digits is refused, unless it is listed; nothing is followed, and no long answer is read', async () => {
  await expect(postTo(`http://127.0.0.1:${port}/in`, sent, outbound)).rejects.toThrow(
    RefusedAddress,
  )
  const listing = { ...outbound, listed: [`127.0.0.1:${port}`] }
  await expect(postTo(`http://127.0.0.1:${port + 1}/in`, sent, listing)).rejects.toThrow(
    RefusedAddress,
  )
  const { status, bytes } = await postTo(`http://127.0.0.1:${port}/moved`, sent, listing)
  expect([status, Buffer.from(bytes).toString()]).toEqual([302, 'moved'])
  await expect(postTo(`http://127.0.0.1:${port}/long`, sent, listing)).rejects.toThrow(
    OverlongAnswer,
  )
  expect(received).toEqual(['/moved', '/long'])
})

test('promise (secrecy): a plant or broker whose name leads to this machine is not dialled; else exactly the judged address is', async () => {
  const answers = {
    'plant.example': [['10.20.0.6'], ['127.0.0.1'], ['10.20.0.6', '169.254.169.254']],
    'db.city.example': [['10.3.2.1']],
  }
  const { resolver } = naming(answers)
  expect(await resolveTyped('opc.tcp://plant.example:4841/ua/x', outbound, resolver)).toBe(
    'opc.tcp://10.20.0.6:4841/ua/x',
  )
  for (const _ of ['loopback', 'one of two'])
    await expect(resolveTyped('opc.tcp://plant.example', outbound, resolver)).rejects.toThrow(
      RefusedAddress,
    )
  for (const url of [
    'opc.tcp://localhost:4840',
    'opc.tcp://127.0.0.1',
    'opc.tcp://db.city.example',
    'mqtts://plc',
  ])
    await expect(resolveTyped(url, outbound, resolver)).rejects.toThrow(RefusedAddress)
  await expect(
    resolveTyped('mqtt://10.20.0.5', { ...outbound, httpsOnly: true }, resolver),
  ).rejects.toThrow(RefusedAddress)
  expect(
    await resolveTyped('opc.tcp://plc:4840', { ...outbound, listed: ['plc:4840'] }, resolver),
  ).toBe('opc.tcp://plc:4840')
})

test('a socket to a broker judges its name at each connection; what is said of a failure is its kind', async () => {
  const { resolver } = naming({ 'broker.example': [['127.0.0.1']] })
  const url = `mqtt://broker.example:${port}`
  const error = await new Promise<Error>((done) => {
    judgeTyped(url, outbound, resolver).then((target) =>
      connect({
        host: target.host,
        port: Number(target.port),
        ...lookupFor(target, outbound, resolver),
      }).on('error', done),
    )
  })
  expect(brokerFailure(error)).toBe(refusedBroker)
  await expect(openBrokerClient({ url: `mqtt://127.0.0.1:${port}` }, outbound, {})).rejects.toThrow(
    RefusedAddress,
  )
  const texts = ['ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND'].map((code) =>
    brokerFailure(Object.assign(new Error(`${code} 10.0.0.1:22`), { code })),
  )
  expect([new Set(texts).size, texts.join().includes('10.0.0.1')]).toEqual([1, false])
  const others = [{ code: 134 }, { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }].map((one) =>
    brokerFailure(Object.assign(new Error('x'), one)),
  )
  expect(new Set([...texts, ...others]).size).toBe(3)
})
