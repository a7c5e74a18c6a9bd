// Is a plant held on to over real sockets: its alarms, our acknowledgements, restarts and cut cables?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listRejected, trustOnly } from '../../../devices/opcua/trust.ts'
import type { Command } from '../../../devices/port/port.ts'
import { gasNode, registered, tankTags } from '../../../devices/simulators/plant-names.ts'
import { until } from '../plant.ts'
import { items, openLinkTo, openSite } from './opcua-plants.ts'

let site: Awaited<ReturnType<typeof openSite>>
let held: ReturnType<typeof openLinkTo>
const level = tankTags.level.node
const pressure = tankTags.pressure.node

/** A busy machine takes its time over a session; one that is given up loses, within a marked gap, what the server had queued for it. */
const patience = { reachedMs: 60_000, everMs: 120_000 }

beforeAll(async () => {
  site = await openSite()
  held = openLinkTo(site, {}, { patience })
})
afterAll(async () => {
  await held.link.close()
  await site.close()
})

let commands = 0
const command = (
  verb: Command['verb'],
  node: string,
  args: Record<string, string> = {},
): Command => ({
  key: `k${++commands}`,
  feed: 'plant',
  device: 'T101',
  verb,
  args: { condition: registered(`${node}.Alarm`), ...args },
  until: new Date(Date.now() + 60_000).toISOString(),
})
const last = (node: string) => held.conditions(node).at(-1)

test('a server that nobody has trusted is refused; trusted, the link goes on; trusted no longer, it is cut', async () => {
  await until(() => held.state() === 'refused')
  expect(held.health.at(-1)).toMatchObject({ reason: 'untrusted', state: 'refused' })
  expect(held.delivered).toEqual([])
  await until(async () => (await listRejected(site.certificates)).length === 1)
  const [shown] = await listRejected(site.certificates)
  expect(shown?.names).toContain('URI:')
  expect(await trustOnly(site.certificates, [shown!.certificate])).toEqual({
    trusted: true,
    withdrawn: false,
  })
  expect(await listRejected(site.certificates)).toEqual([])
  held.link.again()
  await until(() => held.state() === 'connected')
  expect(await trustOnly(site.certificates, [])).toEqual({ trusted: false, withdrawn: true })
  await held.link.renew()
  await until(() => held.state() === 'refused')
  expect(held.gaps.at(-1)).toMatchObject({ reason: 'line', to: null })
  await trustOnly(site.certificates, [shown!.certificate])
  held.link.again()
  await until(() => held.state() === 'connected')
  expect(held.gaps.at(-1)?.to).not.toBeNull()
})

test('every point is subscribed to and tells its value', async () => {
  await until(() =>
    items.every(({ node }) =>
      held.delivered.some((one) => one.kind === 'reading' && one.point === node),
    ),
  )
  expect(held.readings(level).at(-1)).toMatchObject({
    device: 'T101',
    value: 50,
    quality: 'good',
    flags: ['synthetic'],
  })
  expect(held.readings('P301.State').at(-1)).toMatchObject({ value: 1 })
})

test('H and HH are two tellings of one condition; acknowledged here, it is acknowledged there', async () => {
  site.plant().tank('level', 85)
  await until(() => last(level)?.level === 2)
  site.plant().tank('level', 95)
  await until(() => last(level)?.level === 1)
  const [high, highHigh] = held.conditions(level)
  expect([high, highHigh]).toMatchObject([
    {
      device: 'T101',
      point: registered(level),
      active: true,
      acked: false,
      limit: 80,
      severity: 700,
    },
    { active: true, acked: false, limit: 90, severity: 900 },
  ])
  expect(site.plant().alarm(level).acked).toBe(false)
  expect(
    await held.link.carryOut(command('acknowledge', level, { comment: '已派人处置' })),
  ).toMatchObject({ ok: true, words: 'Good' })
  expect(site.plant().alarm(level)).toMatchObject({ active: true, acked: true, confirmed: false })
  await until(() => last(level)?.acked === true)
  expect(await held.link.carryOut(command('confirm', level))).toMatchObject({ ok: true })
  await until(() => last(level)?.confirmed === true)
})

test('what came and went unacknowledged is acknowledged in its branch', async () => {
  site.plant().tank('pressure', 750)
  await until(() => last(pressure)?.active === true)
  site.plant().tank('pressure', 400)
  await until(() =>
    held.conditions(pressure).some(({ active, branch }) => !active && branch === undefined),
  )
  expect(held.conditions(pressure).filter(({ branch }) => branch !== undefined)).toHaveLength(1)
  expect(last(pressure)).toMatchObject({ active: false, acked: false })
  expect(site.plant().alarm(pressure).branches).toBe(1)
  expect(await held.link.carryOut(command('acknowledge', pressure))).toMatchObject({
    ok: true,
    words: 'Good',
  })
  await until(() => last(pressure)?.branch === undefined && last(pressure)?.acked === true)
})

test('shelved for a while, and taken from the shelf', async () => {
  const until10 = new Date(Date.now() + 600_000).toISOString()
  expect(await held.link.carryOut(command('shelve', level, { until: until10 }))).toMatchObject({
    ok: true,
    words: 'Good',
  })
  expect(site.plant().alarm(level).shelved).toBe('TimedShelved')
  expect(await held.link.carryOut(command('unshelve', level))).toMatchObject({
    ok: true,
    words: 'Good',
  })
  expect(site.plant().alarm(level).shelved).toBe('Unshelved')
  expect(await held.link.carryOut(command('query', level))).toMatchObject({ ok: false })
  expect(
    await held.link.carryOut({
      ...command('acknowledge', level),
      until: new Date(0).toISOString(),
    }),
  ).toMatchObject({
    words: 'expired',
  })
})

test('a failed sensor is no return to normal; when it works again, it is', async () => {
  const gas = gasNode(1)
  site.plant().gas(1, 30)
  await until(() => last(gas)?.active === true)
  site.plant().fail(gas)
  await until(() => held.readings(gas).at(-1)?.quality === 'bad')
  expect(held.readings(gas).at(-1)?.value).toBeNull()
  // The plant itself has said "Back to normal" before that.
  expect(site.plant().alarm(gas).active).toBe(false)
  expect(last(gas)).toMatchObject({ active: true })
  site.plant().gas(1, 3)
  await until(() =>
    held.conditions(gas).some(({ active, branch }) => !active && branch === undefined),
  )
})

describe('a break', () => {
  // A calm plant sends signs of life, and each names the message that is still to come: that one is lost where it counts as received.
  // Where the machine gives the server no processor for seconds its session ends: that is another break, and the cable is cut anew.
  test.each([
    ['while values change', 0],
    ['after a calm', 2_500],
  ])(
    'of the cable %s loses nothing and tells nothing twice',
    {
      retry: 3,
      timeout: 60_000,
    },
    async (_, calmMs) => {
      // Beside the cable: what its server has sampled for this one it has sampled for the other too, however slow the machine is.
      const witness = openLinkTo({ ...site, cable: { port: site.port } }, { policy: 'none' })
      await until(() => witness.readings(level).length > 0)
      await new Promise((resolve) => setTimeout(resolve, calmMs))
      const before = held.readings(level).length
      site.cable.cut()
      await until(() => held.state() === 'lost')
      for (const value of [60, 61.5, 63]) {
        site.plant().tank('level', value)
        await until(() => witness.readings(level).at(-1)?.value === value)
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
      await witness.link.close()
      site.cable.mend()
      await until(() => held.state() === 'connected', 15_000)
      await until(() =>
        held
          .readings(level)
          .slice(before)
          .some(({ value }) => value === 63),
      )
      // What the server sends once more may come behind what is new: each has the time of its source.
      const inTime = () =>
        held
          .readings(level)
          .slice(before)
          .sort((one, other) => (one.at < other.at ? -1 : 1))
          .map(({ value }) => value)
      await expect.poll(inTime, { timeout: 10_000 }).toEqual([60, 61.5, 63])
      await until(() => last(level)?.active === false)
      const keys = held.delivered.flatMap((one) =>
        one.kind === 'reading'
          ? [one.message]
          : one.kind === 'condition'
            ? [`${one.condition} ${one.branch} ${one.event}`]
            : [],
      )
      expect(keys.filter((key, n) => keys.indexOf(key) !== n)).toEqual([])
      expect(held.gaps.filter(({ reason }) => reason === 'line').at(-1)?.to).not.toBeNull()
    },
  )

  test.each([
    ['', []],
    [', even where its namespaces are numbered anew', ['urn:another', 'urn:and-another']],
  ])(
    'by a restart of the server: alarms raised meanwhile are found, ended ones end%s',
    async (_, before) => {
      const [raised, gas] = [tankTags.temperature.node, gasNode(2)]
      site.plant().gas(2, 30)
      await until(() => last(gas)?.active === true)
      await site.stop()
      await until(() => held.state() === 'lost')
      await site.begin(before)
      site.plant().tank('temperature', 70)
      await until(() => last(raised)?.active === true, 15_000)
      await until(() => last(gas)?.active === false)
      expect(last(gas)).toMatchObject({ active: false, acked: false })
      expect(last(gas)?.text).toContain('断线期间已恢复')
      expect(held.state()).toBe('connected')
      expect(await held.link.carryOut(command('acknowledge', raised))).toMatchObject({
        ok: true,
        words: 'Good',
      })
      expect(site.plant().alarm(raised).acked).toBe(true)
      site.plant().tank('temperature', 25)
      await until(() => last(raised)?.active === false)
    },
  )
})

test('sixty gas alarms within moments all arrive', async () => {
  const [from, complained] = [held.delivered.length, held.complaints.length]
  for (let n = 1; n <= 60; n++) site.plant().gas(n, 60)
  const raised = () =>
    new Set(
      held.delivered
        .slice(from)
        .flatMap((one) =>
          one.kind === 'condition' && one.device === 'G200' && one.active ? [one.condition] : [],
        ),
    )
  await until(() => raised().size === 60)
  expect(held.complaints.slice(complained)).toEqual([])
})

test('a reader who cannot keep up holds the plant back, and what was missed is found', async () => {
  let [slow, delivered] = [true, 0]
  const other = openLinkTo(
    site,
    { policy: 'none' },
    {
      most: 20,
      onObservation: async (observations) => {
        if (slow) throw new Error('the database is away')
        delivered += observations.length
        other.delivered.push(...observations)
      },
    },
  )
  await until(() => other.gaps.some(({ reason, to }) => reason === 'back-pressure' && to === null))
  slow = false
  await until(() => other.gaps.some(({ reason, to }) => reason === 'back-pressure' && to !== null))
  site.plant().tank('level', 85)
  await until(() => other.conditions(level).at(-1)?.active === true)
  expect(delivered).toBeGreaterThan(20)
  await other.link.close()
  expect(other.state()).toBe('closed')
})
