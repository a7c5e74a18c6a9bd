// Do two of the city enter a standard, does everybody read it, and does the notice of a county go by it?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationCause } from '../../../domain/registers/violation-cause/register.ts'
import type { House } from '../../api/house.ts'
import { fits } from '../../api/http/fits.ts'
import { told as partyTold } from '../../enforcement-case/parties/party-samples.ts'
import { sample, scene } from '../../enforcement-case/samples.ts'
import { askRegister } from '../settling.ts'
import { noticing, openNoticing } from './noticing.ts'
import { cause, steps, typed } from './samples.ts'

let house: House
const { propose, decide, enter } = askRegister(() => house, violationCause.id)
const { does, reported, notifies } = noticing(() => house)
beforeAll(async () => {
  house = await openNoticing()
  await enter(['bian', 'guan'], typed)
})
afterAll(() => house?.close())

test('a wrong standard is refused with nothing kept; one person alone enters none', async () => {
  const wrong = { ...typed, number: 'AQ-0099-2', steps: [steps[2], steps[1]] }
  const { status, body } = await propose('bian', wrong)
  expect([status, body.code]).toEqual([422, 'invalid-input'])
  expect(JSON.stringify(body)).toContain('由轻到重')
  const waiting = await propose('bian', { ...typed, number: 'AQ-0099-3' })
  expect(waiting.status).toBe(201)
  expect((await decide('bian', waiting.body.id, 'approval')).status).toBe(403)
  expect((await propose('lin', { ...typed, number: 'AQ-0099-4' })).status).toBe(403)
  const { items } = (await house.as('bian', `/api/registers/${violationCause.id}/entries`)).body
  expect(items.map(({ number }: { number: string }) => number)).toEqual([typed.number])
})

test('everybody looks the standard up', async () => {
  const open = await house.send(`/api/public/registers/${violationCause.id}?q=${typed.number}`)
  expect(open.status).toBe(200)
  expect(await open.text()).toContain('严重：罚款15,000元以上50,000元以下')
})

test('an officer of a county chooses it, sees the check, and goes outside with a reason only', async () => {
  const id = await reported()
  const offered = await house.as('lin', `/api/cases/${id}/entries?type=notify-penalty`)
  fits('GET /api/cases/{id}/entries', offered)
  expect(offered.body.items).toMatchObject([{ number: typed.number, name: cause.act }])
  expect(JSON.stringify(offered.body.items[0].shows)).toContain('高于上限5,000元')

  const unknown = await notifies(id, { cause: 'AQ-9999', step: 'serious' })
  expect([unknown.status, unknown.body.code]).toEqual([422, 'invalid-input'])
  expect(unknown.body.details.fields.cause.zh).toContain('登记簿中没有这一编号')

  const outside = await notifies(id, { cause: typed.number, step: 'ordinary' })
  expect(outside.status).toBe(403)
  expect(outside.headers.get('content-type')).toContain('application/problem+json')
  for (const words of [cause.standard, '罚款5,000元以上15,000元以下', '须填写偏离'])
    expect(JSON.stringify(outside.body)).toContain(words)
  const before = (await house.as('lin', `/api/cases/${id}`)).body
  expect(JSON.stringify(before.facts)).not.toContain(typed.number)

  const departure = '当事人拒不改正，从重处罚'
  const forged = [{ zh: '伪造', en: 'forged' }]
  const done = await notifies(id, {
    cause: typed.number,
    step: 'ordinary',
    departure,
    causeReckoning: forged,
  })
  expect([done.status, done.body.detail]).toEqual([200, undefined])
  for (const who of ['gao', 'mao']) {
    const told = JSON.stringify((await house.as(who, `/api/cases/${id}`)).body)
    for (const words of [departure, cause.standard, '高于上限5,000元'])
      expect(told).toContain(words)
    expect(told).not.toContain('伪造')
  }
})

test('inside the step nothing is asked; expired before the act it does not count', async () => {
  const [inside, late] = [await reported(), await reported()]
  expect((await notifies(inside, { cause: typed.number, step: 'serious' })).status).toBe(200)
  const ended = { ...typed, number: 'AQ-0099-5', validUntil: '2026-02-26' }
  await enter(['guan', 'bian'], ended)
  const refused = await notifies(late, { cause: ended.number, step: 'serious' })
  expect(refused.status).toBe(422)
  expect(refused.body.details.fields.cause.zh).toContain('不在有效期内')
  expect((await notifies(late, {})).status).toBe(200)
})

test('one act is not fined twice, whichever case is about it', async () => {
  const [first, second] = [await reported(), await reported()]
  const named = { cause: typed.number, step: 'serious' }
  const done: [string, string, object?][] = [
    ['lin', 'serve-notice'],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
  ]
  expect((await notifies(first, named)).status).toBe(200)
  for (const [who, type, data] of done)
    expect([type, (await does(first, who, type, data)).status]).toEqual([type, 200])
  const { number } = (await house.as('gao', `/api/cases/${first}`)).body
  const refused = await notifies(second, named)
  expect(refused.status).toBe(403)
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  for (const words of [number, '第二十九条']) expect(JSON.stringify(refused.body)).toContain(words)
  expect((await notifies(second, { ...named, otherAct: '另一车间的设备' })).status).toBe(200)
})

test('on the spot an officer sees the ranges, is refused outside the step, and the paper names the standard', async () => {
  const light = {
    ...typed,
    number: 'AQ-0099-6',
    steps: [{ step: 'lighter', facts: '一处', from: 500, to: 2_000 }],
  }
  await enter(['bian', 'guan'], light)
  const { region: _, ...form } = scene
  const { id } = (await house.as('lin', '/api/cases/enforcement-case', { json: { data: form } }))
    .body
  const offered = await house.as('lin', `/api/cases/${id}/entries?type=tell-party`)
  const one = offered.body.items.find(({ number }: { number: string }) => number === light.number)
  expect(one.shows[0].zh).toBe('较轻：罚款500元以上2,000元以下')

  const tells = (more: object) =>
    does(id, 'lin', 'tell-party', {
      ...sample('tell-party'),
      cause: light.number,
      step: 'lighter',
      ...more,
    })
  const outside = await tells({ fine: 2_001, rangeTo: 9_999 })
  expect(outside.status).toBe(403)
  expect(JSON.stringify(outside.body)).toContain('当场处罚不得偏离裁量基准')
  expect((await tells({})).status).toBe(200)
  const low = await does(id, 'lin', 'punish-on-the-spot', {
    ...sample('punish-on-the-spot'),
    fine: 499,
  })
  expect([low.status, JSON.stringify(low.body)]).toEqual([
    403,
    expect.stringContaining('500–2,000'),
  ])
  expect((await does(id, 'lin', 'punish-on-the-spot')).status).toBe(200)
  expect((await does(id, 'wu', 'sign', {})).status).toBe(200)
  const kept = JSON.stringify((await house.as('mao', `/api/cases/${id}`)).body)
  for (const words of [light.standard, '拟罚款1,000元，在幅度内']) expect(kept).toContain(words)
})

test('a further party is notified by a standard, checked by the fine of its own notice', async () => {
  const id = await reported()
  expect((await does(id, 'lin', 'name-party')).status).toBe(200)
  const notifiesParty = (more: object) =>
    does(id, 'lin', 'notify-party', { ...partyTold, cause: typed.number, ...more })
  const outside = await notifiesParty({ step: 'ordinary' })
  expect([outside.status, JSON.stringify(outside.body)]).toEqual([
    403,
    expect.stringContaining('须填写偏离'),
  ])
  expect((await notifiesParty({ step: 'serious' })).status).toBe(200)
})
