// What does a link make of each kind of bad input of a plant, over real sockets? One test for each.
// Elsewhere: strange certificates, failed sensors, what comes twice after a break, floods, namespaces numbered anew in `opcua.service.test.ts`;
// one session for each server in `links.service.test.ts`; branches without end in `opcua-quirks.service.test.ts` and `opcua/mapping.test.ts`.
import { createServer, type Server, type Socket } from 'node:net'
import {
  ConditionInfo,
  DataType,
  DataValue,
  StatusCodes,
  type UAAlarmConditionEx,
} from 'node-opcua'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listRejected, trustOnly } from '../../../devices/opcua/trust.ts'
import { gasNode, plantUri, pumpNode, tankTags } from '../../../devices/simulators/plant-names.ts'
import { reads, tank, watch } from '../alarms/sensing.ts'
import { until } from '../plant.ts'
import { openLinkTo, openSite } from './opcua-plants.ts'

let site: Awaited<ReturnType<typeof openSite>>
const open: ReturnType<typeof openLinkTo>[] = []
const level = tankTags.level.node

const linked = (
  ...given: Parameters<typeof openLinkTo> extends [unknown, ...infer Rest] ? Rest : never
) => {
  const one = openLinkTo(site, ...given)
  open.push(one)
  return one
}
/** One that nothing has to be trusted for. */
const plain = async (given: Record<string, unknown> = {}) => {
  const one = linked({ policy: 'none', ...given })
  await until(() => one.state() === 'connected' && one.readings(level).length > 0, 20_000)
  return one
}

beforeAll(async () => {
  site = await openSite()
})
afterEach(async () => {
  for (const { link } of open.splice(0)) await link.close()
})
afterAll(() => site.close())

const addressSpace = () => site.plant().server.engine.addressSpace!
const nodeOf = <Node>(name: string) =>
  addressSpace().findNode(
    `ns=${addressSpace().getNamespaceIndex(plantUri)};s=${name}`,
  ) as unknown as Node
const alarmOf = (node: string) => nodeOf<UAAlarmConditionEx>(`${node}.Alarm`)
/** With a clock of its source that need not be the server's. */
const measures = (node: string, value: number, sourceTimestamp: Date) => {
  const measured = {
    value: { dataType: DataType.Double, value },
    statusCode: StatusCodes.Good,
    sourceTimestamp,
    serverTimestamp: new Date(),
  }
  nodeOf<{ _internal_set_dataValue: (of: DataValue) => void }>(node)._internal_set_dataValue(
    new DataValue(measured),
  )
}
const raise = (node: string, message: string, retain = true) =>
  alarmOf(node).raiseNewCondition(
    new ConditionInfo({ message, quality: StatusCodes.Good, retain, severity: 700 }),
  )

describe('bytes that are no messages', () => {
  /** Whoever listens where a plant should be. */
  const answering = async (bytes: Uint8Array | null) => {
    const sockets: Socket[] = []
    const server: Server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => undefined)
      if (bytes) socket.once('data', () => void socket.end(bytes))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const port = (server.address() as { port: number }).port
    const close = async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    }
    return { port, calls: () => sockets.length, close }
  }
  const message = (type: string, size: number, more = ''): Buffer => {
    const head = Buffer.from(`${type}\0\0\0\0${more}`)
    head.writeUInt32LE(size, 4)
    return head
  }

  test.each([
    ['truncated', message('ACKF', 28, 'half')],
    ['of an impossible length', message('ACKF', 0xffff_fff0, 'x'.repeat(64))],
    ['of another protocol', Buffer.from('HTTP/1.1 200 OK\r\n\r\n')],
  ])(
    'an answer to the greeting that is %s: nothing is believed, and it is tried again',
    async (_, bytes) => {
      const liar = await answering(bytes)
      const one = linked({ policy: 'none', url: `opc.tcp://127.0.0.1:${liar.port}/plant` })
      await until(() => liar.calls() >= 2, 20_000)
      expect(one.delivered).toEqual([])
      expect(one.health.map(({ state }) => state)).not.toContain('connected')
      await liar.close()
    },
  )

  test.each([
    ['truncated', message('MSGF', 1_000, 'x'.repeat(20))],
    ['of an impossible length', message('MSGF', 0x7fff_fff0, 'x'.repeat(64))],
    ['of no type', Buffer.from('????????????????????????')],
  ])(
    'a message in between that is %s: the channel is given up, made anew, and nothing is lost',
    async (_, bytes) => {
      const one = await plain()
      site.cable.inject(bytes)
      site.plant().tank('level', 61)
      site.plant().tank('level', 66)
      await until(
        () => one.readings(level).at(-1)?.value === 66 && one.state() === 'connected',
        40_000,
      )
      site.plant().tank('level', 50)
    },
  )

  test('what was said before, played once more by somebody in between, tells nothing twice', async () => {
    const shown = linked()
    await until(async () => (await listRejected(site.certificates)).length === 1, 20_000)
    await trustOnly(site.certificates, [(await listRejected(site.certificates))[0]!.certificate])
    shown.link.again()
    await until(() => shown.state() === 'connected' && shown.readings(level).length > 0, 20_000)
    const recorded = await site.cable.record(async () => {
      site.plant().tank('level', 30)
      await until(() => shown.readings(level).at(-1)?.value === 30)
    })
    site.plant().tank('level', 35)
    await until(() => shown.readings(level).at(-1)?.value === 35)
    expect(recorded.length).toBeGreaterThan(100)
    site.cable.inject(recorded)
    site.plant().tank('level', 40)
    await until(() => shown.readings(level).at(-1)?.value === 40, 40_000)
    expect(shown.readings(level).filter(({ value }) => value === 30)).toHaveLength(1)
    site.plant().tank('level', 50)
  })
})

test('a wrong password is shown to people, and not tried again and again', async () => {
  const one = linked({ policy: 'none', user: 'nobody' })
  await until(() => one.state() === 'refused', 20_000)
  expect(one.health.at(-1)).toMatchObject({ state: 'refused', reason: 'identity' })
  const tries = () => one.health.filter(({ state }) => state === 'connecting').length
  const before = tries()
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(tries()).toBe(before)
})

describe('texts', () => {
  test('Chinese comes as it was written; control characters go, and what is longer than 512', async () => {
    const one = await plain()
    raise(level, '甲烷浓度超限，请立即撤离 𠮷')
    await until(() =>
      one.conditions(level).some(({ text }) => text.includes('甲烷浓度超限，请立即撤离 𠮷')),
    )
    raise(level, `注入\u0000\r\n\u001b[2J${'长'.repeat(3_000)}`)
    await until(() => one.conditions(level).some(({ text }) => text.includes('注入')))
    const text = one.conditions(level).find(({ text }) => text.includes('注入'))?.text ?? ''
    expect(text).toHaveLength(512)
    expect(text).not.toMatch(/\p{Cc}/u)
  })

  test('fields that the type of an event does not have are nothing, and no error', async () => {
    const one = await plain()
    site.plant().pump(false)
    await until(() => one.conditions(pumpNode).at(-1)?.active === true)
    expect(one.conditions(pumpNode).at(-1)).toMatchObject({ device: 'P301', limit: null, level: 3 })
    expect(one.complaints).toEqual([])
    site.plant().pump(true)
  })
})

describe('values', () => {
  test('what has ended while its measurement is NaN, of a good status, has not ended', async () => {
    const one = await plain()
    const gas = gasNode(3)
    site.plant().gas(3, 60)
    await until(() => one.conditions(gas).at(-1)?.active === true)
    // The library's own alarm asserts that it hears a number: the end that others would tell is reported for it.
    expect(() => site.plant().gas(3, Number.NaN)).toThrow()
    alarmOf(gas).deactivateAlarm(true)
    raise(gas, 'Back to normal')
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(one.conditions(gas).at(-1)).toMatchObject({ active: true })
    site.plant().gas(3, 2)
    await until(() =>
      one.conditions(gas).some(({ active, branch }) => !active && branch === undefined),
    )
  })

  test('a clock of the source that is two hours off is marked, and the server’s time decides', async () => {
    const one = await plain()
    measures(level, 67, new Date(Date.now() - 7_200_000))
    await until(() => one.readings(level).at(-1)?.value === 67)
    const last = one.readings(level).at(-1)
    expect(last?.flags).toContain('skew')
    expect(Math.abs(Date.now() - Date.parse(last?.at ?? ''))).toBeLessThan(60_000)
    site.plant().tank('level', 50)
  })

  test('a sample older than the newest has its own time, and no alarm is judged by it', async () => {
    const one = await plain()
    const [newest, older] = [new Date(), new Date(Date.now() - 4_000)]
    measures(level, 70, newest)
    await until(() => one.readings(level).at(-1)?.value === 70)
    measures(level, 79, older)
    await until(() => one.readings(level).at(-1)?.value === 79)
    expect(one.readings(level).at(-1)).toMatchObject({ at: older.toISOString() })
    const alarm = watch(tank)
    alarm.at(10, reads(10, 70))
    alarm.at(11, reads(6, 95))
    expect(alarm.refused()).toBe('out-of-order')
    site.plant().tank('level', 50)
  })

  test('a value that stays while the connection lives is suspected once', async () => {
    const one = await plain({ frozenAfter: 1 })
    const signs = () =>
      one.delivered.filter(
        (sign) => sign.kind === 'sign' && sign.sign === 'frozen' && sign.text.includes(gasNode(9)),
      )
    await until(() => signs().length === 1, 20_000)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(signs()).toHaveLength(1)
    site.plant().gas(9, 10)
    await until(() =>
      one.delivered.some(
        (sign) =>
          sign.kind === 'sign' && sign.sign === 'moves-again' && sign.text.includes(gasNode(9)),
      ),
    )
    site.plant().gas(9, 2)
  })
})

describe('what is said of an alarm', () => {
  test('Retain=false of what stands is no end', async () => {
    const one = await plain()
    const gas = gasNode(4)
    site.plant().gas(4, 60)
    await until(() => one.conditions(gas).at(-1)?.active === true)
    raise(gas, 'no longer interesting', false)
    await until(() => one.conditions(gas).at(-1)?.retain === false)
    expect(one.conditions(gas).at(-1)).toMatchObject({ active: true })
    site.plant().gas(4, 2)
    await until(() =>
      one.conditions(gas).some(({ active, branch }) => !active && branch === undefined),
    )
  })

  test('where the server’s queue has run over, what stands is asked for', async () => {
    const one = await plain()
    await new Promise((resolve) => setTimeout(resolve, 500))
    let refreshes = 0
    const count = (request: { methodsToCall?: { methodId: { toString: () => string } }[] }) => {
      refreshes += (request.methodsToCall ?? []).filter(
        ({ methodId }) => methodId.toString() === 'ns=0;i=3875',
      ).length
    }
    site.plant().server.on('request', count as never)
    const { server } = addressSpace().rootFolder.objects
    server.raiseEvent('EventQueueOverflowEventType', {})
    await until(() => refreshes === 1)
    expect(one.complaints).toEqual([])
    site.plant().server.off('request', count as never)
  })
})
