// Does nothing of an exercise leave as the real thing or count, by whatever way it leaves?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPastCases } from '../../db/cases/forecast-reads.ts'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import {
  outboundMessages,
  outboundOffice,
  outboundReceivers,
} from '../../db/schema/devices/outbound.ts'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { exerciseMark } from '../../domain/model/exercises/exercise.ts'
import { emergencyDrill } from '../../domain/registers/emergency-drill/register.ts'
import { later } from '../../domain/time/instant.ts'
import { bearer, settleDevices } from '../alarm-episode/desk.ts'
import { drill as alarmDrill, samples as alarmSamples } from '../alarm-episode/samples.ts'
import { type House, openHouse, password } from '../api/house.ts'
import { typed } from '../registers/emergency-drill/samples.ts'
import { askRegister } from '../registers/settling.ts'
import { quickHash } from '../support/people/passwords.ts'
import { pdfText } from '../support/people/pdf-text.ts'
import { inCommand, onDuty, settleThem } from '../support/people/people.ts'
import { counted } from './counted.ts'
import { sample } from './playing.ts'
import { called, drill, start } from './samples.ts'

let house: House
const made: { id: string; number: string }[] = []
const real: { id: string; number: string }[] = []

const does = async (id: string, who: string, type: string, data = sample(type) ?? {}) => {
  const { status, body } = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  expect([type, status, body.reasons]).toEqual([type, 200, undefined])
}
const tick = (caseId: string, process = 'emergency-response') =>
  house.deps.cases.tick({ caseId, process, generation: 1 })
/** One that is answered, and one that turns out to be a false alarm and is closed. */
const play = async (form: Record<string, unknown>) => {
  const begun: { id: string; number: string }[] = []
  for (const course of ['answered', 'false']) {
    const { body } = await house.as('dan', '/api/cases/emergency-response', {
      json: { data: { ...form, title: '东港七路仓库起火' } },
    })
    const { number } = (await house.as('dan', `/api/cases/${body.id}`)).body
    begun.push({ id: body.id, number })
    if (course === 'answered')
      for (const [who, type] of [
        ['dan', 'verify'],
        ['gao', 'start-response'],
        ['dan', 'give-order'],
        ['dan', 'report-to-city'],
      ] as const)
        await does(body.id, who, type)
    else await does(body.id, 'dan', 'declare-false')
    await tick(body.id)
  }
  return begun
}

const { at: drills, enter } = askRegister(() => house, emergencyDrill.id)
/** One begun from the register, told its injects, ended, evaluated, and followed up. */
const playPlanned = async () => {
  const entry = await enter(['lin', 'fang'], typed)
  const { body } = await house.as('dan', `${drills}/entries/${entry.id}/case`, { method: 'POST' })
  const { number } = (await house.as('dan', `/api/cases/${body.id}`)).body
  await does(body.id, 'dan', 'verify')
  await house.clock.setNow(later(start, 20 * 60_000))
  await tick(body.id)
  for (const [who, type] of [
    ['gao', 'start-response'],
    ['gao', 'end-response'],
    ['gao', 'evaluate-drill'],
    ['gao', 'set-measure'],
  ] as const)
    await does(body.id, who, type)
  await tick(body.id)
  return { id: body.id, number }
}

beforeAll(async () => {
  house = await openHouse(
    {},
    null,
    { 'emergency-response': counted, 'alarm-episode': alarmEpisode },
    { [emergencyDrill.id]: emergencyDrill },
  )
  const them = { ...onDuty, ...inCommand }
  await settleThem(house.db, them)
  await settleDevices(house.db)
  const passwordHash = await quickHash(password)
  await saveAccounts(
    house.db,
    Object.entries(them).map(([id, [name]]) => ({ id, username: id, name, passwordHash })),
  )
  await house.clock.setNow(start)
  made.push(...(await play(drill)))
  real.push(...(await play(called)))
  made.push(await playPlanned())
}, 120_000)
afterAll(() => house?.close())

/** A search gives its words in pieces. */
const whole = (words: unknown): string => (Array.isArray(words) ? words.join('') : String(words))

/** The titles under which an answer names an exercise, wherever they stand in it. */
const titlesOf = (answer: unknown): string[] => {
  if (Array.isArray(answer)) return answer.flatMap(titlesOf)
  if (typeof answer !== 'object' || answer === null) return []
  const { number, title } = answer as { number?: unknown; title?: unknown }
  return [
    ...(made.some((one) => one.number === whole(number)) ? [whole(title)] : []),
    ...Object.values(answer).flatMap(titlesOf),
  ]
}

const numbers = (all: { number: string }[]) => all.map(({ number }) => number).sort()
const get = async (who: string, path: string) => {
  const { status, body } = await house.as(who, path)
  expect([path, status]).toEqual([path, 200])
  return body
}

test('promise (emergencies): an exercise counts in no statistics, no flow and no forecast, where the real event does', async () => {
  const query = 'process=emergency-response&region=330800&period=2026Q1'
  const { figures } = await get('shi', `/api/statistics?${query}`)
  expect(figures).toMatchObject([{ id: 'reported', value: real.length }])
  const behind = await get('shi', `/api/statistics/cases?${query}&figure=reported`)
  expect(numbers(behind.items)).toEqual(numbers(real))

  const recomputed = await house.as('shi', '/api/supervision/flow/recompute', { method: 'POST' })
  expect(recomputed.body).toMatchObject({ more: false })
  const verifying = 'response.verifying'
  const { totals } = await get('shi', '/api/supervision/flow?process=emergency-response')
  const stays = totals.find(({ state }: { state: string }) => state === verifying)
  expect(stays?.n).toBe(real.length)
  const moved = await get(
    'shi',
    `/api/supervision/flow/cases?process=emergency-response&state=${verifying}`,
  )
  expect(numbers(moved.items)).toEqual(numbers(real))

  const past = await readPastCases(house.db, {
    process: 'emergency-response',
    start: 'report-emergency',
    settled: undefined,
    at: '2026-12-31T00:00:00.000Z',
    cases: 100,
  })
  expect(past.map(({ answers }) => answers.drill ?? false)).toEqual([false])
})

test('promise (emergencies): nothing of an exercise is published, though its real like would be', async () => {
  const { items } = await get('lin', '/api/public/notices')
  expect(numbers(items)).toEqual([real[0]?.number])
})

test('promise (emergencies): every mail, paper, list and file that names an exercise says that it is one', async () => {
  const [answered] = made
  const mails = house.mails.filter(({ text }) => made.some(({ number }) => text.includes(number)))
  expect(mails.length).toBeGreaterThan(5)
  for (const { subject } of mails) expect(subject).toMatch(/^【演练】/)
  for (const told of ['情景注入', '演练评估', '整改措施'])
    expect([told, mails.some(({ subject }) => subject.includes(told))]).toEqual([told, true])
  expect(house.mails.length).toBeGreaterThan(mails.length)

  const papersOf = async (id = '') => (await get('dan', `/api/cases/${id}/documents`)).items
  const items = [...(await papersOf(answered?.id)), ...(await papersOf(made.at(-1)?.id))]
  expect(items.map(({ title }) => title.zh)).toContain('【演练】应急演练评估报告')
  for (const { id, title, code } of items) {
    expect(title.zh).toMatch(/^【演练】/)
    expect((await get('dan', `/api/public/verify/${code}`)).title).toMatch(/^【演练】/)
    const answer = await house.send(`/api/documents/${id}`, {
      headers: { cookie: await house.signIn('dan') },
    })
    expect(pdfText(Buffer.from(await answer.arrayBuffer()))).toContain('演练')
  }

  const lists = [
    '/api/cases',
    '/api/inbox?box=pool',
    '/api/supervision/clocks',
    '/api/search?q=东港',
  ]
  for (const list of lists) {
    const titles = titlesOf(await get('gao', list))
    expect([list, titles.length > 0]).toEqual([list, true])
    for (const title of titles)
      expect([list, title]).toEqual([list, expect.stringMatching(/^【演练】/)])
  }
  for (const file of ['cases', 'inbox', 'clocks']) {
    const answer = await house.send(`/api/exports/${file}?format=csv&box=pool`, {
      headers: { cookie: await house.signIn('gao') },
    })
    const lines = (await answer.text()).split('\n')
    const ours = lines.filter((line) => made.some(({ number }) => line.includes(number)))
    expect([file, ours.length > 0, ours.every((line) => line.includes(exerciseMark))]).toEqual([
      file,
      true,
      true,
    ])
  }
})

const warn = (incident: string | null, more: Record<string, unknown> = {}) =>
  house.as('dan', '/api/warnings', {
    json: {
      incident,
      after: null,
      ended: false,
      level: 2,
      kind: 'gas',
      response: 'Evacuate',
      certainty: 'Observed',
      headline: '仓库起火',
      description: '请撤离',
      instruction: null,
      expires: null,
      region: '330802',
      around: null,
      exercise: false,
      ...more,
    },
    headers: { 'idempotency-key': randomUUID() },
  })

test('promise (emergencies): a warning about an exercise leaves as Exercise and never as Actual, about a real event never as an exercise', async () => {
  await house.db.insert(outboundOffice).values({
    id: 1,
    region: '330800',
    organisation: '125',
    unit: '001',
    extension: '00',
    sender: 'anjian.example',
    name: '衢州市应急管理局',
  })
  const receiver = { id: 'all', name: '市预警中心', url: 'https://x.example', secret: 'hush' }
  await house.db
    .insert(outboundReceivers)
    .values({ ...receiver, format: 'cap', leastLevel: 4, exercises: true })
  const [exercise, event] = [made[0]?.id ?? '', real[0]?.id ?? '']
  for (const [incident, claimed] of [
    [exercise, false],
    [event, true],
  ] as const)
    expect((await warn(incident, { exercise: claimed })).body.reasons).toMatchObject([
      { zh: '演练与真实预警不能互相转换' },
    ])
  for (const part of ['headline', 'description', 'instruction'])
    expect((await warn(null, { [part]: `${exerciseMark}撤离` })).body.reasons).toMatchObject([
      { zh: '文字标有【演练】的，须按演练发布' },
    ])
  expect(await house.db.$count(outboundMessages)).toBe(0)

  expect((await warn(exercise, { exercise: true })).status).toBe(201)
  expect((await warn(event)).status).toBe(201)
  const status = async (incident: string) => {
    const [row] = await house.db
      .select()
      .from(outboundMessages)
      .where(eq(outboundMessages.incident, incident))
    return [row?.status, row?.synthetic, /<status>(\w+)</.exec(row?.cap ?? '')?.[1]]
  }
  expect(await status(exercise)).toEqual(['Exercise', true, 'Exercise'])
  expect(await status(event)).toEqual(['Actual', false, 'Actual'])
})

test('promise (emergencies): a planned drill, its injects and what it has shown warn nobody as Actual, and only Exercise of it leaves', async () => {
  const id = made.at(-1)?.id ?? ''
  expect((await warn(id)).body.reasons).toMatchObject([{ zh: '演练与真实预警不能互相转换' }])
  expect((await warn(id, { exercise: true })).status).toBe(201)
  const rows = await house.db
    .select({ status: outboundMessages.status })
    .from(outboundMessages)
    .where(eq(outboundMessages.incident, id))
  expect(rows.map(({ status }) => status)).toEqual(['Exercise'])
})

test('an exercise that an alarm has begun concludes it as an exercise', async () => {
  const answer = await house.send('/api/cases/alarm-episode', {
    json: { data: alarmDrill },
    headers: { ...bearer, 'idempotency-key': randomUUID() },
  })
  const { id } = (await answer.json()) as { id: string }
  await does(id, 'dan', 'start-emergency', alarmSamples['start-emergency']?.[1])
  await tick(id, 'alarm-episode')
  const [link] = (await get('dan', `/api/cases/${id}`)).links
  expect(link).toMatchObject({ process: 'emergency-response', status: 'started', drill: true })
  expect((await get('dan', `/api/cases/${link.id}`)).title).toMatch(/^【演练】/)
  await does(link.id, 'dan', 'declare-false')
  await tick(link.id)
  const { items } = await get('dan', `/api/cases/${id}/timeline`)
  const ended = items.find(({ type }: { type: string }) => type === 'emergency-ended')
  expect(JSON.stringify(ended)).toContain('测试或演练')
})
