// Is another maker's server understood as well? Needs python3 with asyncua; where that is missing, it says so and is passed over.
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tankTags } from '../../devices/simulators/plant-names.ts'
import { freePort, items, openLinkTo } from './opcua-plants.ts'
import { until } from './plant.ts'

const python = process.env.ANJIAN_PYTHON ?? 'python3'
const isThere = spawnSync(python, ['-c', 'import asyncua'], { stdio: 'ignore' }).status === 0
const level = tankTags.level.node

describe.skipIf(!isThere)(
  isThere ? 'asyncua' : 'asyncua: passed over, python3-asyncua is not installed (ANJIAN_PYTHON names another python)',
  () => {
    let server: ChildProcessByStdio<Writable, Readable, null>
    let held: ReturnType<typeof openLinkTo>
    const say = (line: string) => void server.stdin.write(`${line}\n`)
    beforeAll(async () => {
      const port = await freePort()
      server = spawn(python, [join(import.meta.dirname, 'opcua/other-plant.py'), String(port)], { stdio: ['pipe', 'pipe', 'ignore'] })
      await new Promise<void>((resolve, reject) => {
        server.stdout.once('data', () => resolve())
        server.once('exit', (code) => reject(new Error(`it ended with ${code}`)))
      })
      const site = { cable: { port }, certificates: join(import.meta.dirname, '../../.cache/asyncua-link') }
      held = openLinkTo(site as never, { policy: 'none' }, { items: items.filter(({ node }) => /T101\.(Level|Pressure)$/.test(node)) })
    })
    afterAll(async () => {
      await held.link.close()
      server.kill()
    })

    test('its values come, although it knows no range for a deadband; a point that it has not is bad', async () => {
      await until(() => held.readings(level).at(-1)?.value === 50, 15_000)
      say('level 51.5')
      await until(() => held.readings(level).at(-1)?.value === 51.5)
      await until(() => held.readings(tankTags.pressure.node).at(-1)?.quality === 'bad')
      expect(held.told).toContainEqual(expect.objectContaining({ kind: 'sign', sign: 'point-refused', device: 'T101' }))
    })

    test('its alarm comes and goes, although it grants a replay and makes none', async () => {
      say('alarm 1')
      await until(() => held.conditions(level).at(-1)?.active === true)
      expect(held.conditions(level).at(-1)).toMatchObject({ device: 'T101', level: 2, acked: false, value: 51.5 })
      say('alarm 0')
      await until(() => held.conditions(level).at(-1)?.active === false)
      expect(held.complaints).toEqual([])
    })
  },
)
