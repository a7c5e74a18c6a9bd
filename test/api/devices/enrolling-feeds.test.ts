// Is a feed enrolled on a page, refused clearly when it makes no sense, and dialled only where two administrators agree?
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { devices, feeds } from '../../../db/schema/devices/devices.ts'
import { registryChanges } from '../../../db/schema/devices/duty.ts'
import { feedProposals, linkCertificates } from '../../../db/schema/devices/feed-register.ts'
import { ago, settlePlant, tank } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('hao', 'yu')`,
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330881-bureau' WHERE person = 'jiang'`,
  )
})
afterAll(() => house.close())

const secret = 'a-secret-of-the-broker'
const base = '/api/registry/feeds'
const usual = {
  settings: {},
  name: '新接入',
  region: '330802',
  silenceSeconds: 300,
  synthetic: false,
  port: null,
  secret: null,
  reason: '联网',
}
const topics = [{ filter: 'elevator/+/+/fault', kind: 'fault', device: 2 }]
const lift = { url: 'mqtts://10.20.0.5:8883', mapping: 'lift', username: 'anjian', topics }
const enrol = (feed: Record<string, unknown>, who = 'hao', key: string = randomUUID()) =>
  house.as(who, base, { json: { ...usual, ...feed }, headers: { 'idempotency-key': key } })
const set = (id: string, json: Record<string, unknown>, who = 'hao') =>
  house.as(who, `${base}/${id}/settings`, {
    method: 'PUT',
    json: { port: null, reason: '变更', ...json },
  })
const rowOf = async (id: string) => (await house.db.select().from(feeds).where(eq(feeds.id, id)))[0]
const waiting = async (id: string, who = 'yu') =>
  (await house.as(who, '/api/registry')).body.proposals.find((one: { id: string }) => one.id === id)
const decide = (id: string, proposal: string, who = 'yu', approved = true) =>
  house.as(who, `${base}/${id}/decision`, { json: { proposal, approved, reason: '核实' } })

describe('a feed that is listened for', () => {
  test('promise (start): a feed with its port is enrolled on a page, once, on record, and shown with what stands', async () => {
    const sent = { id: 'stacks', protocol: 'hj212', name: '污染源', port: 8_401 }
    const done = await enrol(sent, 'hao', 'once')
    fits('POST /api/registry/feeds', done)
    expect((await enrol(sent, 'hao', 'once')).body).toEqual(done.body)
    expect(await rowOf('stacks')).toMatchObject({
      protocol: 'hj212',
      port: 8_401,
      region: '330802',
      enabled: true,
      paused: null,
    })
    const page = await house.as('hao', '/api/registry')
    fits('GET /api/registry', page)
    expect(page.body.changes[0]).toMatchObject({
      words: '登记接入 stacks',
      by: '郝检查',
      reason: '联网',
    })
    expect((await enrol({ id: 'stacks', protocol: 'hj212', port: 8_402 })).body.reasons[0].zh).toBe(
      '该编号已登记或正待批准',
    )
    expect((await enrol({ id: 'others', protocol: 'sl651', port: 8_401 })).body.reasons[0].zh).toBe(
      '该端口已由另一路接入使用',
    )
    fits(
      'PUT /api/registry/feeds/{feed}/settings',
      await set('stacks', { port: 8_403, settings: {} }),
    )
    expect((await rowOf('stacks'))?.port).toBe(8_403)
  })
  test('a push comes with its sender, whose secret stays where it is', async () => {
    expect(
      (await enrol({ id: 'lifts', protocol: 'push', settings: { mapping: 'lift' }, secret }))
        .status,
    ).toBe(200)
    const sender = await house.db
      .select()
      .from(devices)
      .where(and(eq(devices.feed, 'lifts'), eq(devices.key, 'lifts')))
    expect(sender).toMatchObject([{ secret, region: '330802', name: '新接入' }])
  })
})

describe('a feed that we dial', () => {
  test('promise (secrecy): no single administrator makes the platform dial anywhere; another one approves exactly what he has seen', async () => {
    expect((await enrol({ id: 'broker', protocol: 'mqtt', settings: lift, secret })).status).toBe(
      200,
    )
    expect(await rowOf('broker')).toBeUndefined()
    const list = await house.as('yu', '/api/registry/waiting')
    fits('GET /api/registry/waiting', list)
    expect(list.body).toEqual({
      receivers: [],
      feeds: [{ id: 'broker', name: '新接入', by: '郝检查', mine: false }],
    })
    expect((await house.as('jiang', '/api/registry/waiting')).body).toEqual({
      receivers: [],
      feeds: [],
    })
    const { proposal } = await waiting('broker')
    expect(await waiting('broker', 'hao')).toMatchObject({
      mine: true,
      fresh: true,
      hasSecret: true,
    })
    expect((await decide('broker', proposal, 'hao')).status).toBe(403)
    expect((await decide('broker', proposal, 'jiang')).status).toBe(404)
    expect((await decide('broker', randomUUID())).status).toBe(409)
    fits('POST /api/registry/feeds/{feed}/decision', await decide('broker', proposal))
    expect(await rowOf('broker')).toMatchObject({ settings: lift, port: null })
    const elsewhere = { ...lift, url: 'mqtts://broker.example:8883' }
    expect((await set('broker', { settings: elsewhere })).status).toBe(200)
    expect((await rowOf('broker'))?.settings).toEqual(lift)
    const seen = await waiting('broker')
    await set('broker', { settings: { ...elsewhere, url: 'mqtts://third.example' } })
    expect((await decide('broker', seen.proposal)).status).toBe(409)
    expect((await decide('broker', (await waiting('broker')).proposal)).status).toBe(200)
    expect((await rowOf('broker'))?.settings).toMatchObject({ url: 'mqtts://third.example' })
    await set('broker', { settings: lift })
    expect((await decide('broker', (await waiting('broker')).proposal, 'hao', false)).status).toBe(
      200,
    )
    expect(await house.db.$count(feedProposals)).toBe(0)
    const records = await house.db.select().from(registryChanges)
    expect(JSON.stringify([records, (await house.as('hao', '/api/registry')).body])).not.toContain(
      secret,
    )
    const sender = await house.db
      .select({ secret: devices.secret })
      .from(devices)
      .where(eq(devices.feed, 'broker'))
    expect(sender).toEqual([{ secret }])
  })
})

test('our own certificate before a plant is downloaded, by administrators of its region alone', async () => {
  await house.db.insert(linkCertificates).values({
    feed: 'park',
    certificate: Buffer.from('der'),
    thumbprint: 'A'.repeat(40),
    to: ago(-60),
    at: ago(60),
  })
  const download = async (who: string, feed = 'park') =>
    house.send(`${base}/${feed}/certificate`, { headers: { cookie: await house.signIn(who) } })
  const done = await download('hao')
  expect([done.status, done.headers.get('content-type'), await done.text()]).toEqual([
    200,
    'application/pkix-cert',
    'der',
  ])
  expect([
    (await download('hao', 'river')).status,
    (await download('jiang')).status,
    (await download('qi')).status,
  ]).toEqual([404, 404, 403])
  const shown = (await house.as('hao', base)).body.feeds.find(
    ({ id }: { id: string }) => id === 'park',
  )
  expect(shown.own).toMatchObject({ thumbprint: 'A'.repeat(40) })
})

describe('what makes no sense', () => {
  const plant = { url: 'opc.tcp://10.20.0.6:4840' }
  test.each<[string, Record<string, unknown>, string]>([
    ['no such protocol', { protocol: 'modbus' }, '没有这种协议'],
    ['a listener without a port', { protocol: 'hj212' }, '须填写端口'],
    [
      'a port that is not wanted',
      { protocol: 'push', port: 8_404, settings: { mapping: 'lift' }, secret },
      '该协议不占用端口',
    ],
    [
      'a password where devices have their own',
      { protocol: 'hj212', port: 8_404, secret: 'x' },
      '该协议的密码属于各台设备',
    ],
    ['no mapping', { protocol: 'push', secret }, '请填写：数据对照'],
    ['no secret', { protocol: 'push', settings: { mapping: 'lift' } }, '须填写密码或密钥'],
    [
      'a short secret',
      { protocol: 'push', settings: { mapping: 'lift' }, secret: 'short' },
      '签名密钥为 16',
    ],
    [
      'another parameter',
      { protocol: 'opc-ua', settings: { ...plant, caFile: '/etc/passwd' } },
      '该协议没有“caFile”',
    ],
    [
      'an open line',
      { protocol: 'opc-ua', settings: { ...plant, policy: 'none' } },
      '不加密的连接只用于演练',
    ],
    [
      'a certificate without its key',
      { protocol: 'opc-ua', settings: { ...plant, certificate: 'x' } },
      '参数 certificate',
    ],
    ['no topics', { protocol: 'mqtt', settings: { ...lift, topics: [] }, secret }, '参数 topics'],
    [
      'a password in the address',
      { protocol: 'mqtt', settings: { ...lift, url: 'mqtts://a:b@x.example' }, secret },
      '参数 url',
    ],
    [
      'a broker in the clear',
      { protocol: 'mqtt', settings: { ...lift, url: 'mqtt://x.example' }, secret },
      '该地址不可使用',
    ],
    ...['127.0.0.1', '2130706433', '[::1]', '169.254.169.254', 'localhost', 'postgres'].map(
      (host): [string, Record<string, unknown>, string] => [
        `the address ${host}`,
        { protocol: 'opc-ua', settings: { url: `opc.tcp://${host}:4840` } },
        '该地址不可使用',
      ],
    ),
    ['another region', { protocol: 'hj212', port: 8_404, region: '330000' }, '不在您的行政区划内'],
  ])('%s is refused in words, and nothing is stored', async (_, feed, says) => {
    const { status, body } = await enrol({ id: 'wrong', settings: {}, ...feed })
    expect([status, body.code]).toEqual([422, 'invalid-input'])
    expect(body.reasons.map(({ zh }: { zh: string }) => zh).join()).toContain(says)
    expect([await rowOf('wrong'), await waiting('wrong')]).toEqual([undefined, undefined])
  })
  test('an id, a port or a reason that is none is refused; it is for administrators, each for his own regions', async () => {
    for (const wrong of [{ id: 'A B' }, { port: 80 }, { reason: ' ' }, { silenceSeconds: 1 }])
      expect([
        wrong,
        (await enrol({ id: 'x', protocol: 'hj212', port: 8_404, settings: {}, ...wrong })).status,
      ]).toEqual([wrong, 422])
    for (const who of ['dan', 'lin', 'qi'])
      expect([
        who,
        (await enrol({ id: 'x', protocol: 'hj212', port: 8_404, settings: {} }, who)).status,
      ]).toEqual([who, 403])
    expect(
      (await enrol({ id: 'x', protocol: 'hj212', port: 8_404, settings: {} }, 'jiang')).status,
    ).toBe(422)
    expect((await set('park', { settings: {} }, 'jiang')).status).toBe(404)
  })
})

test('a device is read as it may be changed, without its password, in its own region', async () => {
  const answer = await house.as('hao', `/api/registry/devices/${tank}`)
  fits('GET /api/registry/devices/{id}', answer)
  expect(answer.body).toMatchObject({
    feed: 'park',
    key: 'T1',
    name: '甲醇储罐',
    hasSecret: true,
    synthetic: true,
    hosts: [],
    dialect: {},
  })
  expect(JSON.stringify(answer.body)).not.toContain('hush')
  expect((await house.as('jiang', `/api/registry/devices/${tank}`)).status).toBe(404)
})
