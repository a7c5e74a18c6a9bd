// Does an alarm show that nobody knows it any more once the link over which it came is lost, and that it is known again?
import { createSocket } from 'node:dgram'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readAlarms, readAlarmsOf } from '../../../db/alarms/alarms-reads.ts'
import { withScope } from '../../../db/scope.ts'
import { createLinks } from '../../../devices/connections/links.ts'
import type { Scope } from '../../../domain/organisation/policy.ts'
import { type Caller, condition, D1, plantOfSuite, reading, signIn, until } from '../plant.ts'
import { toy, toyPackets } from '../toy.ts'

const { plant, devices, start } = await plantOfSuite()
const scope: Scope = {
  regions: ['330802', '330803'],
  caseRegions: ['330802', '330803'],
  owner: null,
  person: null,
} as unknown as Scope

/** As the desk and the page of the device read it. */
const shown = async () => {
  const now = new Date().toISOString()
  const [desk, page] = await withScope(plant.pool, scope, async (tx) => [
    await readAlarms(tx, { now, box: 'active', site: null, limit: 200 }),
    await readAlarmsOf(tx, now, D1),
  ])
  const stale = (all: { device: string | null; active: boolean; stale: boolean }[]) =>
    all.filter(({ device, active }) => device === D1 && active).map((one) => one.stale)
  expect(stale(page)).toEqual(stale(desk))
  return stale(desk)
}
const shows = (stale: boolean) => until(async () => (await shown()).every((one) => one === stale))
const ring = async (caller: Caller): Promise<void> => {
  caller.send(JSON.stringify([reading('level', 85)]))
  await until(async () => (await shown()).length === 1)
}

test('promise (alarms): the alarms of a lost link are shown stale within thirty seconds, and fresh again once it is received', async () => {
  const port = await start()
  const caller = await signIn(port)
  await ring(caller)
  await shows(false)
  const other = await signIn(port, 'D2')
  caller.end()
  await shows(true)
  // What speaks on another connection says nothing of it, and the alarm itself stands as it stood.
  other.send(JSON.stringify([reading('level', 10, { device: 'D2' })]))
  await until(() => other.lines().includes('ok 1'))
  expect(await shown()).toEqual([true])
  expect((await plant.rows.alarms())[0]).toMatchObject({ active: true, stale: false, acked: false })
  const again = await signIn(port)
  await shows(false)
  // Whoever calls anew before his old connection has ended has lost none.
  const newer = await signIn(port)
  await until(() => again.closed())
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(await shown()).toEqual([false])
  newer.end()
  await shows(true)
})

test('a platform that speaks for others loses them with its connection', async () => {
  await plant.db.execute(sql`UPDATE devices SET dialect = '{"via": "D2"}' WHERE id = ${D1}`)
  const platform = await signIn(await start(), 'D2')
  await shows(false)
  platform.end()
  await shows(true)
  await plant.db.execute(sql`UPDATE devices SET dialect = '{}' WHERE id = ${D1}`)
})

test('a process that has died leaves its alarms stale, and the next one until the device has called it', async () => {
  const caller = await signIn(await start())
  await shows(false)
  await devices().stop()
  caller.end()
  expect(await shown()).toEqual([true])
  // As one leaves it that had no time to say anything.
  await plant.db.execute(sql`DELETE FROM lost_links`)
  await plant.db.execute(sql`UPDATE feed_states SET state = 'listening'`)
  const lease = (until: string) =>
    plant.db.execute(sql`UPDATE feed_owners SET lease_until = now() + ${until}::interval`)
  await lease('1 second')
  expect(await shown()).toEqual([false])
  await lease('-1 second')
  expect(await shown()).toEqual([true])
  const port = await start()
  expect(await shown()).toEqual([true])
  await signIn(port)
  await shows(false)
})

test('who sends packets has lost his link when he has said nothing for as long as a connection may be silent, and is known again with the next', async () => {
  await start({ drivers: [() => ({ ...toyPackets, protocol: 'toy', idleSeconds: 1 })] })
  const [socket, other] = [createSocket('udp4'), createSocket('udp4')]
  const signIn = (from: typeof socket) =>
    from.send('I am D1\n', devices().port('toy') ?? 0, '127.0.0.1')
  const speaking = (from: typeof socket) => setInterval(() => signIn(from), 200)
  const first = speaking(socket)
  await shows(false)
  // From another address meanwhile: the first falls silent, and nothing is lost.
  const second = speaking(other)
  clearInterval(first)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(await shown()).toEqual([false])
  clearInterval(second)
  await shows(true)
  signIn(socket)
  await shows(false)
  socket.close()
  other.close()
})

test('that a device is silent is known though its link is lost; who calls briefly and hangs up has lost none', async () => {
  const port = await start({ drivers: [() => toy, () => ({ ...toy, protocol: 'sl651' })] })
  const caller = await signIn(port)
  caller.send(JSON.stringify([condition('device-silent', true, { point: '' })]))
  await until(async () => (await shown()).length === 2)
  await shows(false)
  caller.end()
  await until(async () => (await shown()).includes(true))
  expect((await shown()).toSorted()).toEqual([false, true])
  await plant.db.execute(sql`UPDATE feeds SET protocol = 'sl651' WHERE id = 'toy'`)
  await until(async () => (await shown()).every((stale) => !stale))
  const station = await signIn(devices().port('toy') ?? 0)
  station.end()
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(await shown()).toEqual([false, false])
})

test('what was noted of a feed before its lease was taken anew is not written over what is known of it then', async () => {
  const links = createLinks({ db: plant.db, guard: async () => undefined })
  const lost = async () => {
    await links.round()
    return (
      await plant.db.execute(sql`SELECT device FROM lost_links WHERE feed = 'toy' ORDER BY device`)
    ).rows.map(({ device }) => device)
  }
  links.found('toy', 'D1')
  await links.begin('toy', 'hj212')
  expect(await lost()).toEqual(['D1', 'D2'])
  links.lost('toy', 'D1', new Date())
  await links.begin('toy', 'sl651')
  expect(await lost()).toEqual([])
  links.lost('toy', 'D1', new Date())
  await links.begin('toy', 'mqtt')
  expect(await lost()).toEqual(['D1'])
})
