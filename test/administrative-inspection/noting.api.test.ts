// Do the notes of two phones arrive once each, in whatever order, merge without loss, and reach nobody whom they do not concern?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FieldNotesView } from '../../contract/case/field-notes.ts'
import { videoPoints, videoSources } from '../../db/schema/devices/video.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { type House, openHouse } from '../api/house.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { png } from '../support/browser/pictures.ts'
import { enterpriseId } from '../support/people/people.ts'
import { day, matter, sample } from './samples.ts'

let house: House
let id = ''

const { enterpriseName: _, region: __, ...form } = matter
const does = async (who: string, type: string, data: object = sample(type)) => {
  const { acts } = (await house.as(who, `/api/cases/${id}`)).body
  const taskId = acts?.find((one: { type: string }) => one.type === type)?.taskId
  return house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, ...(taskId ? { taskId } : {}) },
  })
}
beforeAll(async () => {
  house = await openHouse({}, null, { 'administrative-inspection': administrativeInspection })
  await settleCertificates(house.db)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  id = (await house.as('lin', '/api/cases/administrative-inspection', { json: { data: form } }))
    .body.id
  for (const [who, type] of [
    ['gao', 'approve-inspection'],
    ['lin', 'issue-notice'],
    ['lin', 'begin-inspection'],
  ] as const)
    expect([type, (await does(who, type)).status]).toEqual([type, 200])
  await house.clock.setNow(`${day}T09:00:00.000Z`)
  await house.db.insert(videoSources).values({
    id: 'v',
    name: '视频平台',
    owner: '企业',
    template: '',
    secret: 'sixteen signs or more',
  })
  await house.db.insert(videoPoints).values({
    id: '33080200001320000001',
    source: 'v',
    name: '大门',
    lon: 118.8,
    lat: 28.8,
    enterprise: enterpriseId,
    region: '330802',
    since: `${day}T00:00:00.000Z`,
  })
})
afterAll(() => house?.close())

const hour = 3_600_000
const atTwo = `${day}T02:00:00.000Z`
type Note = Record<string, unknown> & { entry: string }
const note = (data: object): Note => ({
  entry: randomUUID(),
  at: atTwo,
  phoneAt: atTwo,
  offset: 0,
  ...data,
})
const sends = (who: string, data: Note, writtenBy = who) =>
  house.as(who, `/api/cases/${id}/acts`, {
    json: { type: 'note-visit', data, writtenBy },
    headers: { 'idempotency-key': data.entry },
  })
const read = async (who = 'lin'): Promise<FieldNotesView> =>
  (await house.as(who, `/api/cases/${id}/field-notes`)).body
const photo = async (who: string, taken: object): Promise<string> => {
  const body = new FormData()
  body.set('taken', JSON.stringify(taken))
  body.set('file', new File([new Uint8Array(png(20, 20))], '现场.png', { type: 'image/png' }))
  return (await house.as(who, '/api/files', { method: 'POST', body })).body.id
}

test('both phones send a day of notes at once, each twice: all are there once, in the order of each', async () => {
  const [one, two] = (['lin', 'wu'] as const).map((who) =>
    Array.from({ length: 12 }, (_, nth) => ({ who, data: note({ note: `${who}第${nth}条` }) })),
  )
  const sendAll = async (all: { who: string; data: Note }[] = []) => {
    for (const { who, data } of all)
      for (const _ of [1, 2]) expect((await sends(who, data)).status).toBe(200)
  }
  await Promise.all([sendAll(one), sendAll(two)])
  const { notes } = await read()
  expect(notes).toHaveLength(24)
  for (const who of ['lin', 'wu'])
    expect(notes.flatMap(({ note: said }) => (said?.startsWith(who) ? [said] : []))).toEqual(
      Array.from({ length: 12 }, (_, nth) => `${who}第${nth}条`),
    )
  expect(notes.filter(({ mine }) => mine).every(({ note: said }) => said?.startsWith('lin'))).toBe(
    true,
  )
})

test('the same finding of both stands twice until a person joins it, and then once for good', async () => {
  const [one, two] = [note({ finding: '灭火器过期' }), note({ finding: '灭火器失效' })]
  await sends('lin', one)
  await sends('wu', two)
  const found = (await read()).notes.flatMap(({ answers }) => answers.finding ?? [])
  expect(found).toEqual(['灭火器过期', '灭火器失效'])
  const join = { into: one.entry, entries: [two.entry] }
  expect((await does('wu', 'join-findings', join)).status).toBe(200)
  expect((await read()).joins).toMatchObject([join])
  expect((await does('lin', 'join-findings', join)).status).toBe(403)
})

test('a clock a day ahead is put right and marked, so is a false place, and a photo without one', async () => {
  const ahead = new Date(Date.parse(atTwo) + 24 * hour).toISOString()
  const wrong = note({ note: '表快一天', phoneAt: ahead, offset: -24 * hour })
  await sends('lin', wrong)
  const plain = note({ note: '无位置照片', photos: [await photo('lin', {})] })
  await sends('lin', plain)
  const taken = { at: `${day}T00:00:00.000Z`, source: 'exif', lat: 0, lon: 0, accuracy: 5 }
  const far = note({ note: '假位置', photos: [await photo('wu', taken)] })
  await sends('wu', far)
  const { notes } = await read()
  const of = ({ entry }: Note) => notes.find((one) => one.id === entry)
  expect(of(wrong)).toMatchObject({ at: atTwo, phoneAt: ahead, marks: ['clock-off', 'no-place'] })
  expect(of(plain)).toMatchObject({
    marks: ['photo-untimed', 'no-place'],
    photos: [{ sha256: expect.anything() }],
  })
  expect(of(far)?.marks).toEqual(['photo-time', 'far-place'])
})

test('bad input is refused with words, and nothing of it is stored', async () => {
  const before = (await read()).notes.length
  const foreign = await photo('wu', {})
  const bad: [string, Note, number, string?][] = [
    ['lin', note({}), 403],
    ['lin', note({ note: 'x', photos: [foreign] }), 422],
    ['lin', note({ note: 'x', at: 'now' }), 422],
    ['lin', note({ note: 'x', at: `${day}T01:30:00.000Z` }), 403],
    ['lin', note({ note: 'x', offset: 1.5 }), 422],
    ['lin', note({ note: 'x', place: { lat: 91, lon: 0, accuracy: 1 } }), 422],
    ['lin', note({ finding: 'x'.repeat(201) }), 422],
    ['lin', note({ question: 'gasAlarms', answer: 'yes' }), 403],
    ['lin', note({ note: 'x' }), 403, 'wu'],
    ['qi', note({ note: 'x' }), 409],
    ['jiang', note({ note: 'x' }), 404],
  ]
  for (const [who, data, status, writtenBy] of bad) {
    const answer = await sends(who, data, writtenBy)
    expect([data, answer.status, answer.body.code]).toEqual([data, status, expect.any(String)])
  }
  expect(await read()).toHaveProperty('notes.length', before)
})

test('one name is one note: with other words it is refused', async () => {
  const once = note({ note: '第一次' })
  expect((await sends('lin', once)).status).toBe(200)
  expect((await sends('lin', { ...once, note: '第二次' })).body.code).toBe('key-reused')
})

test('neither the enterprise nor another county reads them', async () => {
  expect((await house.as('qi', `/api/cases/${id}/field-notes`)).status).toBe(403)
  expect((await house.as('jiang', `/api/cases/${id}/field-notes`)).status).toBe(404)
  const told = JSON.stringify((await house.as('qi', `/api/cases/${id}/timeline`)).body)
  expect(told).not.toContain('灭火器')
})

test('what was noted and is left out of the record wants a reason; when it is made, late notes are refused in words', async () => {
  const record = sample('record-inspection', 2)
  const silent = await does('lin', 'record-inspection', record)
  expect([silent.status, JSON.stringify(silent.body)]).toEqual([
    403,
    expect.stringContaining('1项问题未列入记录'),
  ])
  const said = { ...record, otherFindings: ['灭火器过期'] }
  expect((await does('lin', 'record-inspection', said)).status).toBe(200)
  const between = note({ note: '签字之前到达' })
  expect((await sends('wu', between)).status).toBe(200)
  expect((await does('wu', 'sign', {})).status).toBe(200)
  const late = await sends('wu', note({ note: '太晚' }))
  expect([late.status, JSON.stringify(late.body)]).toEqual([
    409,
    expect.stringContaining('当前环节没有此操作'),
  ])
  const seen = JSON.stringify(await read())
  for (const [words, there] of [
    ['签字之前到达', true],
    ['太晚', false],
  ] as const)
    expect([words, seen.includes(words)]).toEqual([words, there])
})
