// Can the authorities read what has left the system, word for word, and who has acknowledged it?
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  outboundDeliveries,
  outboundMessages,
  outboundReceivers,
} from '../../../db/schema/devices/outbound.ts'
import { ago, settlePlant, stand } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
let [here, there] = ['', '']
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
  here = await stand(house, { synthetic: true })
  there = await stand(house, { region: '330881', synthetic: false })
  await house.db.insert(outboundReceivers).values({
    id: 'city',
    name: '市预警中心',
    url: 'https://x.example',
    format: 'cap',
    secret: 'hush',
    leastLevel: 2,
  })
  const common = {
    sender: 'a.b',
    level: 2 as const,
    references: [],
    geojson: '{}',
    sha256: 'f'.repeat(64),
  }
  const exercise = {
    synthetic: true,
    status: 'Exercise' as const,
    region: '330802',
    incident: here,
  }
  await house.db.insert(outboundMessages).values([
    {
      ...common,
      ...exercise,
      identifier: 'one',
      place: 1,
      type: 'Alert',
      sent: ago(60),
      cap: '<alert>一</alert>',
    },
    {
      ...common,
      ...exercise,
      identifier: 'two',
      place: 2,
      type: 'Cancel',
      sent: ago(30),
      cap: '<alert>二</alert>',
    },
    {
      ...common,
      identifier: 'far',
      place: 1,
      type: 'Alert',
      status: 'Actual',
      synthetic: false,
      sent: ago(10),
      region: '330881',
      incident: there,
      cap: '',
    },
  ])
  const delivery = { receiver: 'city', incident: here, since: ago(60), dueAt: ago(60) }
  await house.db.insert(outboundDeliveries).values([
    {
      ...delivery,
      message: 'one',
      place: 1,
      state: 'acknowledged',
      attempts: 2,
      answeredAt: ago(50),
      httpStatus: 200,
    },
    { ...delivery, message: 'two', place: 2, state: 'waiting', attempts: 1, error: 'bad-answer' },
  ])
})
afterAll(() => house.close())

test('of one’s own region, the newest first, with the answers and without the secrets', async () => {
  const answer = await house.as('dan', '/api/warnings')
  fits('GET /api/warnings', answer)
  expect(answer.body.items.map(({ identifier }: { identifier: string }) => identifier)).toEqual([
    'two',
    'one',
  ])
  expect(answer.body.items[1]).toMatchObject({
    status: 'Exercise',
    deliveries: [{ name: '市预警中心', state: 'acknowledged', attempts: 2 }],
  })
  expect(JSON.stringify(answer.body)).not.toMatch(/hush|x\.example/)
  expect((await house.as('dan', `/api/warnings?incident=${there}`)).body.items).toEqual([])
  expect((await house.as('dan', `/api/warnings?incident=${here}`)).body.items).toHaveLength(2)
  expect((await house.as('dan', '/api/warnings?incident=x')).status).toBe(422)
  expect((await house.as('qi', '/api/warnings')).status).toBe(403)
})

test('what it says, whom it has reached, and word for word, in one’s own region', async () => {
  const answer = await house.as('dan', '/api/warnings/one')
  fits('GET /api/warnings/{identifier}', answer)
  expect(answer.body).toMatchObject({
    cap: '<alert>一</alert>',
    last: false,
    mayFollow: false,
    alarm: { id: here, closed: false },
  })
  expect(answer.body.chain.map(({ identifier }: { identifier: string }) => identifier)).toEqual([
    'one',
    'two',
  ])
  const document = await house.send('/api/warnings/one/document', {
    headers: { cookie: await house.signIn('dan') },
  })
  expect([await document.text(), document.headers.get('content-type')]).toEqual([
    '<alert>一</alert>',
    'application/cap+xml; charset=utf-8',
  ])
  expect(document.headers.get('content-disposition')).toContain('one.xml')
  for (const path of ['one', 'one/document'])
    expect((await house.as('qi', `/api/warnings/${path}`)).status).toBe(403)
  for (const path of ['far', 'none', 'far/document?format=geojson'])
    expect((await house.as('dan', `/api/warnings/${path}`)).status).toBe(404)
})
