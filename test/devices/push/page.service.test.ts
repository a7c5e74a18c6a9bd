// Do the examples of the page about feeds do what the page says?
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrolFeed, type FreshFeed } from '../../../db/devices/feed-register.ts'
import { importEntries } from '../../../db/devices/registry.ts'
import { protocol as plants } from '../../../devices/opcua/feed.ts'
import { drivers } from '../../../devices/protocols/drivers.ts'
import type { Devices } from '../../../devices/service.ts'
import { dialectKeysOf } from '../../../domain/duty/device-settings.ts'
import { feedFaults, feedKeysOf } from '../../../domain/duty/feed-settings.ts'
import { entriesOf } from '../../../domain/duty/registry-sheet.ts'
import { instant } from '../../../domain/time/instant.ts'
import { type City, kecheng, openCity } from './city.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/feeds.md'), 'utf8')
const [signing = '', ...examples] = [...page.matchAll(/```sh\n(.*?)```/gs)].map(
  ([, code]) => code ?? '',
)

const [enrolling = ''] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, code]) => code ?? '')
const [sheet = ''] = [...page.matchAll(/```csv\n(.*?)```/gs)].map(([, code]) => code ?? '')
const secret = 'made-with-openssl-rand-hex-32'

let city: City
let devices: Devices
const folder = mkdtempSync(join(tmpdir(), 'anjian-page-'))
beforeAll(async () => {
  city = await openCity([], async (db) => {
    for (const { reason, ...feed } of JSON.parse(enrolling) as (FreshFeed & { reason: string })[]) {
      expect(feedFaults({ ...feed, secretStands: false })).toEqual([])
      const act = {
        id: feed.id,
        by: 'shi',
        byName: '施管理',
        reason,
        at: instant(Date.now()),
        bodyHash: '',
      }
      expect(await db.transaction((tx) => enrolFeed(tx, feed, act))).toBe('done')
    }
    const { entries, faults } = entriesOf(parseCsv(sheet))
    const [at, reason] = [instant(Date.now()), '建档']
    const apply = {
      id: 'page',
      region: '330800',
      reason,
      by: 'shi',
      byName: '施管理',
      at,
      bodyHash: '',
    }
    const outcome = await db.transaction((tx) =>
      importEntries(tx, entries, { regions: ['330800', kecheng], at, apply }),
    )
    expect([...faults, ...outcome.faults]).toEqual([])
  })
  devices = await city.start({}, 2)
})
afterAll(async () => {
  await devices?.stop()
  await city?.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = async (example: string | undefined) => {
  const env = {
    ...process.env,
    ANJIAN_INGEST: `http://127.0.0.1:${devices.pushPort()}`,
    ANJIAN_SECRET_OF_FEED: secret,
  }
  const { stdout } = await promisify(execFile)('sh', ['-euc', `${signing}\n${example}`], {
    cwd: folder,
    env,
  })
  return JSON.parse(stdout)
}

test('who is enrolled as the page says pushes as it says: there are three examples, each signed with openssl and sent with curl', async () => {
  expect(examples).toHaveLength(3)
  const accepted = { accepted: 1, duplicate: 0, rejected: 0, items: [{ result: 'accepted' }] }
  const [fault, rescue, cylinder] = examples
  expect(await run(fault)).toEqual(accepted)
  const trapped = async () =>
    (await city.alarms()).filter(({ condition }) => condition === 'trapped')
  expect(await trapped()).toMatchObject([
    { level: 1, kind: 'trapped', region: kecheng, active: true },
  ])
  expect(await run(rescue)).toEqual(accepted)
  expect(await trapped()).toMatchObject([{ active: false }])
  expect(await run(cylinder)).toMatchObject({ accepted: 3, rejected: 0 })
  expect(
    (await city.alarms()).filter(({ condition }) => condition === 'filled-scrapped'),
  ).toMatchObject([{ level: 2, region: kecheng, point: 'QZ-2019-0007', active: true }])
})

test('it names every protocol that a feed may have', () => {
  const named = [...page.matchAll(/^\| [^|]+ \| `([\w-]+)` \|/gm)].map(([, name]) => name)
  expect(named.slice(1).sort()).toEqual(
    [...new Set([...drivers.map((make) => make().protocol), plants, 'push', 'mqtt'])].sort(),
  )
})

test('promise (alarms): the page about feeds names every parameter that a feed or device of any protocol may be given', () => {
  const named = new Set([...page.matchAll(/`(\w+)`/g)].map(([, name]) => name))
  const protocols = [...drivers.map((make) => make().protocol), plants, 'push', 'mqtt']
  for (const protocol of protocols)
    expect(
      Object.keys({ ...dialectKeysOf(protocol), ...feedKeysOf(protocol) }).filter(
        (name) => !named.has(name),
      ),
      protocol,
    ).toEqual([])
})
