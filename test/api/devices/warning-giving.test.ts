// Does a person warn others only where he may, once, after what was said before, and an exercise only as an exercise?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  outboundDeliveries,
  outboundMessages,
  outboundOffice,
  outboundReceivers,
} from '../../../db/schema/devices/outbound.ts'
import { readCap } from '../../../devices/outbound/cap-reader.ts'
import { complaintsOf } from '../../../domain/warning/cap-shape.ts'
import { settlePlant, stand } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
let [sensed, madeUp] = ['', '']
const office = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
  sender: 'anjian.example',
  name: '衢州市应急管理局',
}
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
  sensed = await stand(house, { synthetic: false })
  madeUp = await stand(house, { synthetic: true })
  const common = { url: 'https://x.example', format: 'cap' as const }
  await house.db.insert(outboundReceivers).values([
    { ...common, id: 'all', name: '市预警中心', secret: 'hush', leastLevel: 4, exercises: true },
    { ...common, id: 'grave', name: '省预警中心', leastLevel: 1 },
    { ...common, id: 'far', name: '江山市预警中心', leastLevel: 4, regions: ['330881'] },
  ])
})
afterAll(() => house.close())

const request = (more: Record<string, unknown> = {}) => ({
  incident: null,
  after: null,
  ended: false,
  level: 2,
  kind: 'gas',
  response: 'Evacuate',
  certainty: 'Observed',
  headline: '园区氯气泄漏',
  description: '二号罐泄漏，已切断。',
  instruction: '向上风向撤离',
  expires: null,
  region: '330802',
  around: { lon: 118.87, lat: 28.97, km: 1 },
  exercise: false,
  ...more,
})
const give = (more: Record<string, unknown> = {}, who = 'dan', key: string = randomUUID()) =>
  house.as(who, '/api/warnings', { json: request(more), headers: { 'idempotency-key': key } })
const preview = (more: Record<string, unknown> = {}, who = 'dan') =>
  house.as(who, '/api/warnings/preview', { json: request(more) })
const written = (identifier: string) =>
  house.db.select().from(outboundMessages).where(eq(outboundMessages.identifier, identifier))
const sentTo = async (identifier: string) =>
  (
    await house.db
      .select()
      .from(outboundDeliveries)
      .where(eq(outboundDeliveries.message, identifier))
  )
    .map(({ receiver }) => receiver)
    .sort()

test('without an office nothing leaves, and nothing is written by looking', async () => {
  expect((await give()).body).toMatchObject({
    code: 'not-possible-now',
    reasons: [{ zh: '还没有登记发布单位' }],
  })
  await house.db.insert(outboundOffice).values({ id: 1, ...office })
  const seen = await preview()
  fits('POST /api/warnings/preview', seen)
  expect(seen.body.to).toEqual([{ id: 'all', name: '市预警中心' }])
  const read = readCap(Buffer.from(seen.body.cap))
  expect(read.ok && [read.message.type, read.message.status]).toEqual(['Alert', 'Actual'])
  expect(await house.db.$count(outboundMessages)).toBe(0)
})

describe('what is given', () => {
  let first = ''
  test('is written once under its key, signed by its giver, and waits for its receivers', async () => {
    const answer = await give({}, 'dan', 'once')
    fits('POST /api/warnings', answer)
    first = answer.body.identifier
    expect((await give({}, 'dan', 'once')).body.identifier).toBe(first)
    expect((await give({ level: 1 }, 'dan', 'once')).body.code).toBe('key-reused')
    expect(await house.db.$count(outboundMessages)).toBe(1)
    expect(await written(first)).toMatchObject([
      { by: 'dan', type: 'Alert', status: 'Actual', synthetic: false, region: '330802' },
    ])
    expect(await sentTo(first)).toEqual(['all'])
    const view = await house.as('dan', `/api/warnings/${first}`)
    fits('GET /api/warnings/{identifier}', view)
    expect(view.body).toMatchObject({
      headline: '园区氯气泄漏',
      mayFollow: true,
      alarm: null,
      content: { response: 'Evacuate' },
    })
    expect((await house.as('dan', '/api/warnings')).body.mayGive).toBe(true)
  })
  test('is changed and ended by messages that name those before, also to whoever would not want them', async () => {
    const { incident } = (await house.as('dan', `/api/warnings/${first}`)).body
    const graver = (await give({ incident, after: first, level: 1 })).body.identifier
    expect(await sentTo(graver)).toEqual(['all', 'grave'])
    expect((await give({ incident, after: first })).body.reasons[0].zh).toContain(
      '其间已发出新的预警',
    )
    expect((await give({ incident, after: graver, region: '330803' })).status).toBe(403)
    expect((await give({ incident, after: graver, exercise: true })).body.reasons[0].zh).toContain(
      '不能互相转换',
    )
    const over = (await give({ incident, after: graver, ended: true, level: 3 })).body.identifier
    expect(await sentTo(over)).toEqual(['all', 'grave'])
    const [row] = await written(over)
    expect([row?.type, row?.references.map(({ identifier }) => identifier)]).toEqual([
      'Cancel',
      [first, graver],
    ])
    expect((await give({ incident, after: over })).body.reasons[0].zh).toBe('该预警已经解除')
  })
  test('of a made-up alarm leaves as an exercise, and says so; of a sensed one it may be real', async () => {
    expect((await give({ incident: madeUp })).body.reasons[0].zh).toContain('不能互相转换')
    const drill = (await give({ incident: madeUp, exercise: true })).body.identifier
    const [row] = await written(drill)
    expect([row?.status, row?.synthetic, row?.cap.includes('【演练】园区氯气泄漏')]).toEqual([
      'Exercise',
      true,
      true,
    ])
    expect((await give({ incident: sensed, exercise: true })).body.reasons[0].zh).toContain(
      '不能互相转换',
    )
    expect((await give({ incident: sensed })).status).toBe(201)
  })
})

const square = [
  [118.86, 28.96],
  [118.88, 28.96],
  [118.88, 28.98],
  [118.86, 28.98],
]
/** Along a line, which is judged only after their number. */
const many = (n: number) => Array.from({ length: n }, (_, at) => [118 + at / n, 29])
const drawn = { around: null, polygon: square }
const polygonIn = (cap: string) => /<polygon>([^<]*)<\/polygon>/.exec(cap)?.[1]
const asSent = '28.96,118.86 28.96,118.88 28.98,118.88 28.98,118.86 28.96,118.86'

test('a drawn area leaves as a polygon, in the first message and in its change, and comes back as it was drawn', async () => {
  const seen = await preview(drawn)
  expect([polygonIn(seen.body.cap), seen.body.cap.includes('<circle>')]).toEqual([asSent, false])
  const first = (await give(drawn)).body.identifier
  const view = await house.as('dan', `/api/warnings/${first}`)
  fits('GET /api/warnings/{identifier}', view)
  expect(view.body.content).toMatchObject({ around: null, polygon: square })
  const { incident } = view.body
  const wider = [...square.slice(0, 3), [118.85, 28.99]]
  const changed = (await give({ ...drawn, incident, after: first, polygon: wider })).body.identifier
  const [row] = await written(changed)
  expect([row?.type, polygonIn(row?.cap ?? '')?.split(' ')]).toEqual([
    'Update',
    ['28.96,118.86', '28.96,118.88', '28.98,118.88', '28.99,118.85', '28.96,118.86'],
  ])
  const read = readCap(Buffer.from(row?.cap ?? ''))
  expect(read.ok && complaintsOf(read.message.root)).toEqual([])
  expect(JSON.parse(row?.geojson ?? '').features[0].geometry.type).toBe('Polygon')
})

test('an area that is none, or not this city’s, is refused with its reason and nothing is written', async () => {
  const before = await house.db.$count(outboundMessages)
  const [a, b, c, d] = square
  for (const [wrong, reason] of [
    [{ around: null, polygon: [a, c, b, d] }, '自相交'],
    [{ around: null, polygon: [a, b] }, '三个不同'],
    [{ around: null, polygon: many(102) }, '超过100个'],
    [{ around: null, polygon: [a, b, [122.5, 29.5]] }, '不在衢州市及周边'],
    [{ around: { lon: 122.5, lat: 29.5, km: 2 } }, '不在衢州市及周边'],
    [
      { around: null, polygon: square.map(([lon = 0, lat = 0]) => [lon - 0.5, lat + 0.25]) },
      '不在柯城区内',
    ],
    [{ around: { lon: 118.87, lat: 28.97, km: 1 }, polygon: square }, '只能填一种'],
  ] as const)
    for (const ask of [give, preview]) {
      const { status, body } = await ask(wrong)
      expect([wrong, status, JSON.stringify(body.reasons)]).toEqual([
        wrong,
        422,
        expect.stringContaining(reason),
      ])
    }
  const tooLong = await give({ around: null, polygon: many(5_000) })
  expect([tooLong.status, tooLong.body.reasons[0].zh]).toEqual([413, '请求内容超过 5000 个值'])
  expect(await house.db.$count(outboundMessages)).toBe(before)
})

test('nobody warns where he does not keep the desk, of what he does not see, or with nobody to hear it', async () => {
  for (const who of ['lin', 'qi', 'jiang'])
    expect([who, (await give({}, who)).status]).toEqual([who, 403])
  expect((await preview({}, 'lin')).status).toBe(403)
  expect((await give({ region: '330881' })).status).toBe(403)
  expect((await give({ incident: randomUUID() })).status).toBe(404)
  expect((await give({ ended: true })).body.reasons[0].zh).toBe('没有可以解除的预警')
  await house.db.update(outboundReceivers).set({ enabled: false })
  expect((await give()).body.reasons[0].zh).toBe('没有接收单位要接收这条预警')
  for (const wrong of [
    { headline: ' ' },
    { level: 5 },
    { region: '1' },
    { around: { lon: 0, lat: 0, km: 1 } },
    { expires: '2020-01-01T00:00:00Z' },
    { expires: `${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19)}+08:00` },
    { expires: '2099-03-02T10:00:00+08' },
  ])
    expect([wrong, (await give(wrong)).status]).toEqual([wrong, 422])
})
