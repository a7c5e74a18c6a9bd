// Does a response start over HTTP from a plan in force, and do its orders stand ready with whoever is there to receive them?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { emergencyPlan } from '../../../domain/registers/emergency-plan/register.ts'
import { later } from '../../../domain/time/instant.ts'
import { type House, openHouse } from '../../api/house.ts'
import { fits } from '../../api/http/fits.ts'
import { askRegister, ofTheCity, settleSignedIn } from '../../registers/settling.ts'
import { bureausOnDuty, inCommand, onDuty } from '../../support/people/people.ts'
import { sample } from '../playing.ts'
import { reported, start } from '../samples.ts'
import { entry, orderTemplates } from './samples.ts'

let house: House
const { enter } = askRegister(() => house, emergencyPlan.id)
const form = {
  ...entry.data,
  issuer: '柯城区应急管理局',
  publishedOn: '2026-02-02',
  responseLevels: [
    { level: '3', trigger: '三人以上死亡', decidedBy: '市人民政府' },
    { level: '4', trigger: '一人以上死亡', decidedBy: '区人民政府' },
  ],
  region: '330802',
  from: '2026-02-02',
  reason: '新编制',
}
const county = ['lin', 'fang'] as [string, string]
let plan: { id: string; number: string }

beforeAll(async () => {
  house = await openHouse(
    {},
    null,
    { [emergencyResponse.id]: emergencyResponse },
    { [emergencyPlan.id]: emergencyPlan },
  )
  await house.clock.setNow(start)
  const { huo } = bureausOnDuty
  await settleSignedIn(house, { ...onDuty, ...inCommand, ...ofTheCity, huo: huo! })
  plan = await enter(county, form)
})
afterAll(() => house?.close())

const verified = async (): Promise<string> => {
  const { body } = await house.as('dan', '/api/cases/emergency-response', {
    json: { data: reported },
  })
  await does(body.id, 'dan', 'verify')
  return body.id
}
const does = (id: string, who: string, type: string, data = sample(type) ?? {}) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const starts = (id: string, more: object) =>
  does(id, 'gao', 'start-response', { ...sample('start-response'), ...more })
const itemsOf = async (id: string, who = 'dan') => {
  const answer = await house.as(who, `/api/cases/${id}/items`)
  fits('GET /api/cases/{id}/items', answer)
  return answer.body
}
const choices = async (id: string, who = 'gao') => {
  const answer = await house.as(who, `/api/cases/${id}/entries?type=start-response`)
  fits('GET /api/cases/{id}/entries', answer)
  return answer.body.items.map(({ number }: { number: string }) => number)
}

describe('the plans to choose from', () => {
  test('are those in force for the event; an act that goes by none offers none', async () => {
    const id = await verified()
    const lift = { ...form, title: '电梯事故应急预案', events: ['equipment'] }
    await enter(county, lift)
    await enter(['du', 'cheng'], { ...form, title: '市级预案', region: '330800' })
    const other = await enter(county, { ...form, title: '修订中的预案' })
    const { region: _, ...changed } = form
    await enter(county, { ...changed, standing: 'under-revision' }, other.id, 1)
    expect(await choices(id)).toEqual([plan.number])
    const none = await house.as('gao', `/api/cases/${id}/entries?type=verify`)
    expect([none.status, none.body.items]).toEqual([200, []])
    expect((await house.as('qi', `/api/cases/${id}/entries?type=start-response`)).status).toBe(403)
    for (const [number, words] of [
      [other.number, '不是现行有效的预案'],
      ['衢柯预案〔2026〕9999号', '登记簿中没有这一编号'],
    ]) {
      const { status, body } = await starts(id, { plan: number })
      expect([status, body.code]).toEqual([422, 'invalid-input'])
      expect(body.details.fields.plan.zh).toContain(words)
    }
    const { body } = await house.as('gao', `/api/cases/${id}`)
    expect(body.state.zh).toContain('待研判定级')
  })
})

describe('a response by a plan', () => {
  test('has its orders ready, with the empty post said before anything is given', async () => {
    const id = await verified()
    const forged = [{ level: '4', order: '伪造', office: '伪造', leadMinutes: 1 }]
    expect((await starts(id, { plan: plan.number, planOrders: forged })).status).toBe(200)
    const { planned } = await itemsOf(id)
    expect(
      planned.map(({ recipient, post, vacant, state }: Record<string, unknown>) => [
        recipient,
        post !== null,
        vacant,
        state,
      ]),
    ).toEqual([
      ['市消防救援支队', true, false, 'ready'],
      ['柯城区应急管理局', true, false, 'ready'],
      ['生产部', false, false, 'ready'],
    ])
    expect((await does(id, 'gao', 'change-level', { level: '3', reason: '扩大' })).status).toBe(200)
    const [police] = (await itemsOf(id)).planned
    expect(police).toMatchObject({ recipient: '市公安局', vacant: true })
  })

  test('counts none as given that was recalled, and gives it to the same post again', async () => {
    const id = await verified()
    await starts(id, { plan: plan.number })
    const form = { planned: '2', to: 'city-fire/duty-officer', task: '赶赴现场' }
    const past = { ...form, startBy: later(start, -30 * 60_000) }
    const refused = await does(id, 'dan', 'give-order', past)
    expect([refused.status, refused.body.reasons[0].zh]).toEqual([
      403,
      expect.stringContaining('计划开始已过去10分钟以上'),
    ])
    await does(id, 'dan', 'give-order', form)
    const [order] = (await itemsOf(id)).items
    const { taskId } = order.acts.find(({ type }: { type: string }) => type === 'recall-order')
    const recalled = await house.as('dan', `/api/cases/${id}/acts`, {
      json: { type: 'recall-order', data: { reason: '改派' }, taskId },
    })
    expect(recalled.status).toBe(200)
    const [row] = (await itemsOf(id)).planned
    expect(row).toMatchObject({ key: '2', state: 'recalled', givenAt: null })
    expect(row.departures[0].zh).toContain('已收回')
    expect((await does(id, 'dan', 'give-order', form)).status).toBe(200)
    expect((await itemsOf(id)).planned[0].state).toBe('given')
  })

  test('gives each of them once, whoever else presses; what was departed from stays', async () => {
    const id = await verified()
    await starts(id, { plan: plan.number })
    const [fire] = (await itemsOf(id)).planned
    expect(fire.form).toMatchObject({ planned: '2', finishBy: fire.dueAt })
    const both = await Promise.all(
      ['dan', 'gao'].map((who) => does(id, who, 'give-order', fire.form)),
    )
    const refusals = both.filter(({ status }) => status !== 200)
    expect(refusals).toHaveLength(1)
    expect(JSON.stringify(refusals[0]?.body)).toContain('已向该单位下达')
    const after = await itemsOf(id)
    expect(after.items).toHaveLength(1)
    expect(after.planned[0]).toMatchObject({ state: 'given', departures: [] })
    const changed = { ...form, standing: 'in-force', orderTemplates: [orderTemplates[0]] }
    const { region: _, ...revision } = changed
    await enter(county, { ...revision, reason: '修订' }, plan.id, 1)
    expect((await itemsOf(id)).planned).toHaveLength(3)
  })

  test('without a plan has none, and what is sent in its place is not taken', async () => {
    const id = await verified()
    const forged = [{ level: '4', order: '伪造', office: '伪造', leadMinutes: 1 }]
    await starts(id, { planOrders: forged, planName: '伪造' })
    expect((await itemsOf(id)).planned).toEqual([])
    expect(JSON.stringify((await house.as('gao', `/api/cases/${id}`)).body)).not.toContain('伪造')
  })
})
