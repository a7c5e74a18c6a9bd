// Is it so with mosquitto as well, and are other feeds served beside a wrong one?
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import mqtt from 'mqtt'
import { describe, expect, test } from 'vitest'
import { freePort } from '../../../bin/infra/ports.ts'
import { feeds } from '../../../db/schema/devices/devices.ts'
import { until } from '../plant.ts'
import { enrol, fault, feedOf, topic, topics } from './broker-feed.ts'
import { openCity } from './city.ts'

const mosquitto = spawnSync('mosquitto', ['-h']).error === undefined
if (!mosquitto)
  console.warn('mosquitto is not installed: the client is only tried on the broker of the test')

describe.skipIf(!mosquitto)('with mosquitto (skipped where it is not installed)', () => {
  test('what is published while we are away waits, and a will is reported', async () => {
    const port = await freePort()
    const folder = mkdtempSync(join(tmpdir(), 'anjian-mosquitto-'))
    writeFileSync(
      join(folder, 'conf'),
      `listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\n`,
    )
    const broker = spawn('mosquitto', ['-c', join(folder, 'conf')], { stdio: 'ignore' })
    const url = `mqtt://127.0.0.1:${port}`
    const city = await openCity([feedOf('mosquitto', url)])
    try {
      await enrol(city, 'mosquitto')
      const stateOf = async (id: string) =>
        (
          await city.db.execute<{ state: string }>(
            sql`SELECT state FROM feed_states WHERE feed = ${id}`,
          )
        ).rows[0]?.state
      const first = await city.start()
      await until(async () => (await stateOf('mosquitto')) === 'connected', 20_000)
      await new Promise((resolve) => setTimeout(resolve, 300))
      await first.stop()
      const will = {
        topic: topic('will'),
        payload: Buffer.from('offline'),
        qos: 1 as const,
        retain: false,
      }
      const lift = await mqtt.connectAsync(url, { protocolVersion: 5, clientId: 'L7', will })
      await lift.publishAsync(topic('fault'), JSON.stringify(fault('90', '01')), { qos: 1 })
      const second = await city.start()
      await until(
        async () =>
          (await city.alarms()).some(({ condition, active }) => condition === 'trapped' && active),
        20_000,
      )
      lift.stream.destroy()
      lift.end(true)
      await until(
        async () =>
          (await city.alarms()).some(
            ({ condition, active }) => condition === 'device-silent' && active,
          ),
        20_000,
      )
      await second.stop()
    } finally {
      broker.kill()
      await city.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test('a feed whose row names no mapping is reported, and the others are served', async () => {
  const city = await openCity([
    {
      ...feedOf('wrong', 'mqtt://127.0.0.1:1'),
      settings: { url: 'mqtt://127.0.0.1:1', mapping: 'none', topics },
    },
  ])
  try {
    const devices = await city.start()
    await until(() => city.log.some((line) => line.includes('there is no mapping none')))
    expect(devices.leasedFeeds().sort()).toEqual(['cylinders', 'lifts', 'sources', 'vehicles'])
    await city.db
      .update(feeds)
      .set({ settings: { url: 'mqtt://127.0.0.1:1', mapping: 'lift', topics } })
      .where(eq(feeds.id, 'wrong'))
    await until(() =>
      city.log.some((line) => line.includes('no sender with a secret is registered for wrong')),
    )
    await city.db.update(feeds).set({ enabled: false }).where(eq(feeds.id, 'wrong'))
    await devices.stop()
  } finally {
    await city.close()
  }
})
