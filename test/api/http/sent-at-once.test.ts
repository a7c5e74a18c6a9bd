// Is a request that is sent four times at the same moment done once, and answered four times alike?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverCertificates } from '../../../db/schema/devices/devices.ts'
import { registryChanges } from '../../../db/schema/devices/duty.ts'
import { outboundMessages } from '../../../db/schema/devices/outbound.ts'
import { columns } from '../../../domain/duty/registry-sheet.ts'
import { cameraColumns } from '../../../domain/video/camera-sheet.ts'
import {
  certificateRow,
  farTank,
  receiver,
  settlePlant,
  tank,
  thumbprint,
} from '../duty/standing-alarms.ts'
import { type House, openHouse, type Sent } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('hao', 'yu')`,
  )
  await house.db.insert(serverCertificates).values(certificateRow())
})
afterAll(() => house.close())

const reason = '联网'
const camera = '33080200001310000011'
const sheet = (
  heads: readonly { name: string; header: { zh: string } }[],
  values: Record<string, string>,
) => ({
  json: {
    format: 'csv',
    apply: true,
    reason,
    content: [
      heads.map(({ header }) => header.zh).join(','),
      heads.map(({ name }) => values[name] ?? '').join(','),
    ].join('\r\n'),
  },
})
const put = (json: Record<string, unknown>): Sent => ({ method: 'PUT', json: { ...json, reason } })
const office = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
  sender: 'anjian.example',
  name: '市局',
}
const template = 'https://video.example/live/{point}.m3u8?end={expires}&token={token}'
const platform = {
  name: '园区视频',
  owner: '集聚区',
  template,
  seconds: 30,
  enabled: true,
  secret: 'a secret of sixteen characters',
}
const device = {
  feed: 'park',
  deviceKey: 'T2',
  deviceName: '乙醇储罐',
  region: '330802',
  pointKey: 'LT-201',
  pointName: '液位',
}
const permit = {
  device: tank,
  point: null,
  number: 'JX-1',
  work: 'maintenance',
  requestedBy: '戚安全',
  reason,
  until: new Date(Date.now() + 4 * 3_600_000).toISOString(),
}
const warning = {
  incident: null,
  after: null,
  ended: false,
  level: 2,
  kind: 'gas',
  response: 'Evacuate',
  certainty: 'Observed',
  headline: '园区氯气泄漏',
  description: '二号罐泄漏，已切断。',
  instruction: null,
  expires: null,
  region: '330802',
  around: null,
  exercise: false,
}
let permitted = ''

const approval = async (): Promise<Sent> => {
  const [waiting] = (await house.as('yu', '/api/registry/receivers')).body.proposals
  return { json: { proposal: waiting.proposal, approved: true, reason } }
}

const plant = {
  protocol: 'opc-ua',
  name: '新厂',
  region: '330802',
  silenceSeconds: 300,
  port: null,
  settings: { url: 'opc.tcp://10.20.0.6' },
  secret: null,
  synthetic: false,
  reason,
}
const feedApproval = async (): Promise<Sent> => {
  const [waiting] = (await house.as('yu', '/api/registry')).body.proposals
  return { json: { proposal: waiting.proposal, approved: true, reason } }
}

test.each<[string, string | (() => string), Sent | (() => Promise<Sent>)]>([
  ['hao', '/api/registry/receivers/office', put(office)],
  ['hao', '/api/registry/receivers/city', put(receiver)],
  ['yu', '/api/registry/receivers/city/decision', approval],
  ['hao', '/api/registry/receivers/city/test', { json: {} }],
  ['dan', '/api/warnings', { json: warning }],
  ['hao', '/api/registry/cameras/sources/park', put(platform)],
  [
    'hao',
    '/api/registry/cameras/sheet',
    sheet(cameraColumns, { id: camera, name: '罐区', source: 'park', region: '330802' }),
  ],
  ['hao', `/api/registry/cameras/${camera}/end`, { json: { reason } }],
  [
    'hao',
    '/api/registry/sheet',
    sheet(columns, { ...device, unit: 'm', kind: 'level', high: '8', highHigh: '9' }),
  ],
  ['hao', '/api/registry/feeds', { json: { ...plant, id: 'new' } }],
  ['yu', '/api/registry/feeds/new/decision', feedApproval],
  [
    'hao',
    '/api/registry/feeds/new/settings',
    put({ port: null, settings: { url: 'opc.tcp://10.20.0.7' } }),
  ],
  ['hao', '/api/registry/feeds/park', put({ name: '园区', silenceSeconds: 600, enabled: true })],
  ['hao', '/api/registry/feeds/park/pause', { json: { reason } }],
  ['hao', '/api/registry/feeds/park/resume', { json: { reason } }],
  [
    'hao',
    `/api/registry/feeds/park/certificates/${thumbprint}/trust`,
    { json: { reason, typed: '89ABCDEF' } },
  ],
  ['hao', `/api/registry/feeds/park/certificates/${thumbprint}/withdraw`, { json: { reason } }],
  ['hao', `/api/registry/devices/${farTank}/end`, { json: { reason } }],
  ['dan', '/api/permits', { json: permit }],
  ['dan', () => `/api/permits/${permitted}/end`, { json: { reason } }],
])('%s %s', async (who, path, input) => {
  const sent = typeof input === 'function' ? await input() : input
  const to = typeof path === 'string' ? path : path()
  const before = await done()
  const headers = { 'idempotency-key': 'at-once' }
  const all = await Promise.all([1, 2, 3, 4].map(() => house.as(who, to, { ...sent, headers })))
  expect(all.map(({ status, body }) => [status < 300, body.code])).toEqual(
    all.map(() => [true, undefined]),
  )
  // What a sheet finds done already it counts as such.
  const texts = all.map(({ body: { devices: _, points: __, cameras: ___, ...body } }) => body)
  expect(texts).toEqual(texts.map(() => texts[0]))
  expect(await done()).toBe(before + 1)
  if (to === '/api/permits') permitted = all[0]?.body.id
})

const done = async () =>
  (await house.db.$count(registryChanges)) + (await house.db.$count(outboundMessages))
