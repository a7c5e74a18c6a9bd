// Does the end of an emergency response reach its alarm over HTTP, do both cases show it, and can nobody forge it?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { fits } from '../api/http/fits.ts'
import { helping } from '../support/processes/linked.ts'
import { openDutyHouse } from './duty-house.ts'
import { sample } from './playing.ts'
import { raised } from './samples.ts'

/** The smallest emergency response: it is opened by its alarm, and tells it its end. */
const ends = {
  process: 'alarm-episode',
  target: 'opener' as const,
  words: { zh: '告知应急响应结束', en: 'Tell that the emergency response has ended' },
  article: '§1',
  act: ({ number }: CaseRecord) => ({
    type: 'emergency-ended',
    data: { mainCase: number, outcome: 'false' },
  }),
}
const emergencyResponse: ProcessDefinition = {
  ...helping,
  id: 'emergency-response',
  numberWord: '应急',
  events: {
    ...helping.events,
    answer: { ...(helping.events.answer as EventDefinition), sends: [ends] },
    finish: { ...(helping.events.finish as EventDefinition), sends: [ends] },
  },
}
const starting = alarmEpisode.events['start-emergency'] as EventDefinition
const calling: ProcessDefinition = {
  ...alarmEpisode,
  events: {
    ...alarmEpisode.events,
    'start-emergency': {
      ...starting,
      links: {
        ...(starting.links as NonNullable<EventDefinition['links']>),
        opens: ({ region }) => ({ region }),
      },
    },
  },
}

let house: Awaited<ReturnType<typeof openDutyHouse>>
beforeAll(async () => {
  house = await openDutyHouse({
    'alarm-episode': calling,
    'emergency-response': emergencyResponse,
  })
})
afterAll(() => house?.close())

const tick = (caseId: string, process: string) =>
  house.deps.cases.tick({ caseId, process, generation: 1 })
const isDone = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  expect([status, body]).toEqual([200, expect.objectContaining({ committed: true })])
}
/** An acknowledged alarm, and the emergency response that it has opened. */
const both = async (): Promise<{ alarm: string; emergency: string }> => {
  const alarm = await house.raise(raised)
  await isDone(house.does(alarm, 'dan', 'acknowledge'))
  await isDone(house.does(alarm, 'dan', 'start-emergency'))
  await tick(alarm, 'alarm-episode')
  const [link] = (await house.view(alarm)).links
  return { alarm, emergency: link?.id ?? '' }
}
const returns = async (alarm: string) => {
  const { status } = await house.post(`/api/cases/${alarm}/acts`, {
    type: 'return-to-normal',
    data: sample('return-to-normal'),
  })
  expect(status).toBe(200)
}
const tells = async (emergency: string, type: 'answer' | 'finish') => {
  await isDone(house.does(emergency, 'lin', type, { n: 1 }))
  await tick(emergency, 'emergency-response')
}

describe('an emergency response that ends', () => {
  test('concludes the alarm that waits for it, and each case shows the other', async () => {
    const { alarm, emergency } = await both()
    await returns(alarm)
    await tells(emergency, 'finish')
    const seen = await house.view(alarm)
    expect(seen).toMatchObject({ status: 'closed', links: [{ relation: 'opened', id: emergency }] })
    const answer = await house.as('dan', `/api/cases/${emergency}`)
    fits('GET /api/cases/{id}', answer)
    expect(answer.body.links).toMatchObject([
      { relation: 'opener', process: 'alarm-episode', id: alarm, number: seen.number },
      { relation: 'act', status: 'done', id: alarm, number: seen.number, article: '§1' },
    ])
    const { items } = (await house.as('dan', `/api/cases/${alarm}/timeline`)).body
    expect(items.at(-1)).toMatchObject({
      type: 'emergency-ended',
      who: { zh: '系统' },
      fields: expect.arrayContaining([
        expect.objectContaining({ name: 'mainCase', caseId: emergency }),
      ]),
    })
  })

  test('leaves an alarm that stands where it is, and once it has told so it is told why not again', async () => {
    const { alarm, emergency } = await both()
    await tells(emergency, 'answer')
    await tells(emergency, 'answer')
    expect((await house.view(alarm)).status).toBe('open')
    const answer = await house.as('dan', `/api/cases/${emergency}`)
    fits('GET /api/cases/{id}', answer)
    expect(answer.body.links.slice(1)).toMatchObject([
      { relation: 'act', status: 'done' },
      { relation: 'act', status: 'refused', reasons: [{ zh: '没有正在进行的应急响应' }] },
    ])
    await returns(alarm)
    expect((await house.view(alarm)).status).toBe('closed')
    await tells(emergency, 'finish')
    expect((await house.view(emergency)).links.at(-1)).toMatchObject({ status: 'closed' })
  })
})

describe('nobody forges it', () => {
  test('people and devices that send the end of an emergency response are refused', async () => {
    const { alarm } = await both()
    await returns(alarm)
    const data = sample('emergency-ended')
    for (const who of ['dan', 'du', 'gao', 'lin'])
      expect((await house.does(alarm, who, 'emergency-ended', data)).body).toMatchObject({
        code: 'not-allowed',
        reasons: [{ zh: '此事件只由关联案件触发' }],
      })
    const { body } = await house.post(`/api/cases/${alarm}/acts`, { type: 'emergency-ended', data })
    expect(body.code).toBe('not-allowed')
    for (const type of ['linked', 'reproject'])
      expect((await house.does(alarm, 'dan', type, { link: 'x', outcome: 'done' })).body.code).toBe(
        'unknown-act',
      )
    const seen = await house.view(alarm)
    expect([seen.status, seen.acts.some(({ type }) => type === 'emergency-ended')]).toEqual([
      'open',
      false,
    ])
  })

  test('whoever opens a case cannot say that another has opened it', async () => {
    const { alarm } = await both()
    const opener = { process: 'alarm-episode', id: alarm }
    const hazard = {
      title: '安全阀失效',
      site: '三车间',
      category: 'hazchem',
      description: '超期未校验',
      suspectedMajor: false,
      photos: [],
    }
    const send = (json: unknown) =>
      house.as('qi', '/api/cases/hazard-rectification', {
        json,
        headers: { 'idempotency-key': randomUUID() },
      })
    expect((await send({ data: { ...hazard, opener } })).status).toBe(422)
    expect((await send({ data: hazard, opener })).status).toBe(422)
    const { status, body } = await send({ data: hazard })
    expect(status).toBe(201)
    expect((await house.view(body.id)).links).toEqual([])
    const posted = await house.raise({ ...raised, opener })
    expect((await house.view(posted)).links).toEqual([])
  })
})
