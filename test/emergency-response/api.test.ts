// Does an emergency go its way over HTTP: reported, refused where it cannot be, kept secret where it must be, opened by an alarm?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { flowStays } from '../../db/schema/statistics/flow.ts'
import { refreshFlow } from '../../db/statistics/flow.ts'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { bearer, settleDevices } from '../alarm-episode/desk.ts'
import { drill as alarmDrill, samples as alarmSamples, gas } from '../alarm-episode/samples.ts'
import { type House, openHouse, password } from '../api/house.ts'
import { quickHash } from '../support/people/passwords.ts'
import { inCommand, onDuty, settleThem } from '../support/people/people.ts'
import { sample } from './playing.ts'
import { called, drill, grave, reported, start } from './samples.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, {
    'emergency-response': emergencyResponse,
    'alarm-episode': alarmEpisode,
  })
  const them = { ...onDuty, ...inCommand }
  await settleThem(house.db, them)
  await settleDevices(house.db)
  const passwordHash = await quickHash(password)
  await saveAccounts(
    house.db,
    Object.entries(them).map(([id, [name]]) => ({ id, username: id, name, passwordHash })),
  )
  await house.clock.setNow(start)
})
afterAll(() => house?.close())

const reports = (who: string, data: Record<string, unknown>) =>
  house.as(who, '/api/cases/emergency-response', { json: { data } })
const opened = async (who: string, data: Record<string, unknown>): Promise<string> => {
  const { status, body } = await reports(who, data)
  expect([status, body]).toEqual([201, expect.objectContaining({ id: expect.any(String) })])
  return body.id
}
const does = (id: string, who: string, type: string, data = sample(type) ?? {}) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const view = async (who: string, id: string) => (await house.as(who, `/api/cases/${id}`)).body

describe('a report', () => {
  test('of the future is refused with its field, and nothing is stored', async () => {
    const before = (await house.as('dan', '/api/cases?process=emergency-response')).body.items
    const { status, body } = await reports('dan', {
      ...called,
      happenedAt: '2026-03-02T02:00:00.000Z',
    })
    expect([status, body.code]).toEqual([422, 'invalid-input'])
    expect(JSON.stringify(body)).toContain('happenedAt')
    const after = (await house.as('dan', '/api/cases?process=emergency-response')).body.items
    expect(after).toEqual(before)
  })

  test('is the desks’ and the leaders’, not an inspector’s or the enterprise’s', async () => {
    expect((await reports('lin', called)).status).toBe(403)
    expect((await reports('qi', called)).status).toBe(403)
    await opened('gao', called)
  })

  test('keeps the caller secret, and shows the enterprise only what it may read', async () => {
    const id = await opened('dan', { ...reported, caller: '王先生', telephone: '13800000000' })
    for (const who of ['dan', 'qi']) {
      const words = JSON.stringify(await view(who, id))
      expect(words).not.toContain('13800000000')
      expect(words).not.toContain('王先生')
    }
    const party = JSON.stringify(await view('qi', id))
    expect(party).toContain('三车间反应釜爆炸')
    expect(party).not.toContain('反应釜爆炸，现场起火')
    expect((await house.as('jiang', `/api/cases/${id}`)).status).toBe(404)
  })
})

test('is verified, answered, reported and received, and makes numbered documents', async () => {
  const id = await opened('dan', grave)
  for (const [who, type] of [
    ['dan', 'verify'],
    ['gao', 'start-response'],
    ['dan', 'report-to-city'],
    ['du', 'acknowledge-report'],
    ['du', 'report-to-province'],
    ['sun', 'send-report-back'],
  ] as const) {
    const { status, body } = await does(id, who, type)
    expect([type, status, body.code]).toEqual([type, 200, undefined])
  }
  await house.deps.cases.tick({ caseId: id, process: 'emergency-response', generation: 1 })
  const { items } = (await house.as('du', `/api/cases/${id}/documents`)).body
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['call', 'start-response', 'report-to-city', 'report-to-province']),
  )
  for (const one of items) expect([one.kind, one.state]).toEqual([one.kind, 'issued'])
})

test('shows of each number what was said last, whichever act said it', async () => {
  const id = await opened('dan', grave)
  const steps: [who: string, type: string, data?: Record<string, unknown>][] = [
    ['dan', 'verify'],
    ['dan', 'report-to-city', { course: '反应釜爆炸', measures: '已疏散', dead: 2 }],
    ['dan', 'record-casualties', { asOf: '2026-03-02', dead: 3, reason: '医院通报' }],
  ]
  for (const [who, type, data] of steps)
    expect([type, (await does(id, who, type, data)).status]).toEqual([type, 200])
  const { facts } = await view('dan', id)
  const dead = facts.filter(({ name }: { name: string }) => name === 'dead')
  expect(dead).toMatchObject([{ value: { zh: '3' } }])
})

describe('an alarm that calls an emergency', () => {
  const raise = async (form: Record<string, unknown>): Promise<string> => {
    const answer = await house.send('/api/cases/alarm-episode', {
      json: { data: form },
      headers: { ...bearer, 'idempotency-key': randomUUID() },
    })
    expect(answer.status).toBe(201)
    return ((await answer.json()) as { id: string }).id
  }
  const calls = async (id: string, nth: number) => {
    const data = alarmSamples['start-emergency']?.[nth]
    expect((await does(id, 'dan', 'start-emergency', data)).status).toBe(200)
    await house.deps.cases.tick({ caseId: id, process: 'alarm-episode', generation: 1 })
    const { links } = await view('dan', id)
    expect(links).toMatchObject([{ process: 'emergency-response', status: 'started' }])
    return view('dan', links[0].id)
  }

  test('opens it with what the alarm knows', async () => {
    const emergency = await calls(await raise(gas), 0)
    expect([
      emergency.title,
      emergency.site,
      emergency.enterprise?.id,
      emergency.region.code,
    ]).toEqual(['可燃气体 GD-7 二级报警', '三号罐区', 'e-1', '330802'])
  })

  test('promise (emergencies): is concluded by the end of the response, and both pages say so', async () => {
    const alarm = await raise(gas)
    expect((await does(alarm, 'dan', 'acknowledge', {})).status).toBe(200)
    const { id } = await calls(alarm, 0)
    for (const [who, type] of [
      ['dan', 'verify'],
      ['gao', 'start-response'],
      ['gao', 'end-response'],
    ] as const)
      expect((await does(id, who, type)).status).toBe(200)
    await house.deps.cases.tick({ caseId: id, process: 'emergency-response', generation: 1 })
    const emergency = await view('dan', id)
    expect(emergency.links).toContainEqual(
      expect.objectContaining({ process: 'alarm-episode', relation: 'act', status: 'done' }),
    )
    const { body } = await house.as('dan', `/api/cases/${alarm}/timeline`)
    expect(body.items.at(-1)).toMatchObject({ type: 'emergency-ended' })
  })

  test('opens an exercise where it is one', async () => {
    const emergency = await calls(await raise(alarmDrill), 1)
    expect(emergency.title).toMatch(/^【演练】/)
    expect((await does(emergency.id, 'dan', 'verify')).status).toBe(200)
  })
})

test('promise (screens): an exercise is counted nowhere, and what was real is', async () => {
  const verified = async (form: Record<string, unknown>) => {
    const id = await opened('dan', form)
    expect((await does(id, 'dan', 'verify')).status).toBe(200)
    return id
  }
  const [exercise, real] = [await verified(drill), await verified(called)]
  await refreshFlow({ db: house.db, processes: [emergencyResponse] }, 30_000)
  const counted = await house.db.select().from(flowStays)
  const states = (id: string) =>
    counted.filter(({ caseId }) => caseId === id).map(({ state }) => state)
  expect(states(exercise)).toEqual([])
  expect(states(real)).toContain('response.verifying')
  expect(emergencyResponse.statistics).toBeUndefined()
})

describe('the log of a response', () => {
  test('promise (emergencies): two officers write at once, one of them late; nothing is lost and the event’s own time orders it', async () => {
    const id = await opened('dan', called)
    const notes = [
      ['dan', '2026-03-02T01:04:00.000Z', '第一车到场'],
      // Written without a connection, sent when it was back, and sent again because no answer came.
      ['du', '2026-03-02T01:02:00.000Z', '接警电话两次'],
      ['du', '2026-03-02T01:02:00.000Z', '接警电话两次'],
    ] as const
    const keys = [randomUUID(), randomUUID()]
    await house.clock.setNow('2026-03-02T01:10:00.000Z')
    const answers = await Promise.all(
      notes.map(([who, happenedAt, text], nth) =>
        house.as(who, `/api/cases/${id}/acts`, {
          headers: { 'idempotency-key': keys[Math.min(nth, 1)] ?? '' },
          json: { type: 'note-event', data: { text, happenedAt } },
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const { items } = (await house.as('gao', `/api/cases/${id}/timeline`)).body
    const written = items
      .filter(({ type }: { type: string }) => type === 'note-event')
      .sort((one: { occurredAt: string }, other: { occurredAt: string }) =>
        one.occurredAt.localeCompare(other.occurredAt),
      )
    expect(
      written.map(({ occurredAt, recordedAt, who }: Record<string, { zh?: string } | string>) => [
        occurredAt,
        recordedAt,
        (who as { zh: string }).zh,
      ]),
    ).toEqual([
      [
        '2026-03-02T01:02:00.000Z',
        expect.stringMatching(/^2026-03-02T01:10:/),
        expect.stringContaining('杜'),
      ],
      [
        '2026-03-02T01:04:00.000Z',
        expect.stringMatching(/^2026-03-02T01:10:/),
        expect.stringContaining('单'),
      ],
    ])
  })
})
