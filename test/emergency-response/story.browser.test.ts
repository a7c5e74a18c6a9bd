// Is the fire at an overfilled tank run to its end, from the alarm through three duty rooms, five orders and a warning to the evaluation a year later?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outboundOffice, outboundReceivers } from '../../db/schema/devices/outbound.ts'
import { raised } from '../alarm-episode/samples.ts'
import { openReceiver, type ReceiverServer } from '../devices/outbound/receiver.ts'
import { act, atRest, fill, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { send } from '../support/browser/forms-in-browser.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { sender } from '../warning/cap-documents.ts'
import { createAlarms } from './alarms-of-the-story.ts'

const crew = createCrew(
  {
    duty: 'kecheng.duty',
    city: 'city.duty',
    province: 'province.duty',
    leader: 'kecheng.leader',
    mayor: 'city.leader',
    commander: 'kecheng.commander',
    fire: 'city.fire.duty',
    transport: 'city.transport.duty',
    health: 'city.health.duty',
    chief: 'city.chief',
    supervisor: 'city.supervisor',
    firechief: 'city.fire.chief',
    safety: 'e001.safety',
  },
  { on: '2026-03-02', onPhones: ['fire', 'transport', 'health', 'safety'] },
)
type Who = keyof typeof crew.at
const { at, clean, read, person } = crew
let receiver: ReceiverServer
let alarm = ''
let id = ''

beforeAll(async () => {
  await crew.open()
  receiver = await openReceiver()
  const { db } = crew.product()
  await db.insert(outboundOffice).values({ id: 1, ...sender })
  await db.insert(outboundReceivers).values({
    id: 'city',
    name: '市预警中心',
    url: receiver.url,
    format: 'cap',
    leastLevel: 4,
  })
})
afterAll(async () => {
  await receiver?.close()
  await crew.close()
})

const minutes = async (n: number) => void (await (await person('duty')).advance(`PT${n}M`))
const does = async (who: Who, type: string, data: Record<string, unknown>) => {
  await untilIssued(crew.product().db, id)
  return (await person(who)).act(id, type, data)
}
/** What somebody reads of the emergency, all of it there and nothing that is not for him. */
const reads = async (who: Who, there: string[], not: string[] = [], path = `/case/${id}`) => {
  const words = await read(who, path)
  for (const one of there) expect(words, `${who} ${path}`).toContain(one)
  for (const one of not) expect(words, `${who} ${path}`).not.toContain(one)
}
const room = () => `/incident/${id}`
const look = async (who: Who, name: string) => {
  await at[who].page.locator('main h1').first().waitFor()
  await atRest(at[who].page)
  await clean(who)
  await shot(at[who].page, `story-${name}`)
}
/** What the enterprise never reads. */
const internal = ['县级上报市级', '市级上报省级', '三人被困', '控制着火罐', '车辆均已派出', '续报']

/** The tank runs over: the desk acknowledges the alarm and calls an emergency. */
const overfill = async () => {
  const { enterprise } = await (await person('safety')).get<{ enterprise: { id: string } }>(
    '/api/me',
  )
  const alarms = await createAlarms(crew.product())
  alarm = await alarms.raise({ ...raised, enterprise: enterprise.id })
  await reads('duty', ['LT-101 液位高高'], [], '/inbox?box=pool')
  await act(at.duty, alarm, '签收报警', { measures: '已电话要求停止进料' })
  await act(at.duty, alarm, '启动应急响应', { reason: '罐顶冒料起火' })
  id = await alarms.emergencyOf(await person('duty'))
  await reads('duty', ['甲醇储罐 LT-101 液位高高', '待核实', '县级上报市级', '未报'])
  await look('duty', 'emergency')
  await reads('safety', ['已启动应急响应'], ['已电话要求停止进料'], `/case/${alarm}`)
}

/** Three are trapped: county, city and province have to know, each by its own minute. */
const threeRooms = async () => {
  await minutes(10)
  await act(at.duty, id, '核实属实', {
    findings: '罐区着火，三人被困',
    trapped: '3',
    dead: '2',
    seriouslyHurt: '2',
  })
  await act(at.duty, id, '县级电话快报省级', {
    phonedAt: '2026-03-02T09:08',
    to: '省厅值班员',
    content: '两死两伤，三人被困',
  })
  await act(at.duty, id, '快报市级', { course: '甲醇储罐冒罐起火', measures: '停料、警戒' })
  await untilIssued(crew.product().db, id)
  await reads('duty', ['已报'])
  await act(at.city, id, '签收报告', { note: '全力救人' })
}

/** The response begins, and five orders go to three bureaus; one cannot be carried out, one is not received in time. */
const orders = async () => {
  await act(at.leader, id, '启动响应', {
    level: '3',
    reason: '人员被困',
    period: '十二小时',
    measures: '灭火、搜救、警戒',
  })
  await reads('commander', ['响应处置中', 'Ⅲ级响应'])
  await reads('commander', ['尚未下达指令'], [], room())
  const { page } = at.commander
  await page.getByRole('link', { name: '下达指令' }).click()
  await fill(page, {
    to: 'city-fire/duty-officer',
    task: '控制着火罐',
    finishBy: '2026-03-02T12:00',
  })
  await send(at.commander)
  for (const [to, task] of [
    ['city-fire', '搜救被困人员'],
    ['city-transport', '封闭园区道路'],
    ['city-transport', '调集泡沫运输车'],
    ['city-health', '派救护车到东门'],
  ])
    await does('commander', 'give-order', { to: `${to}/duty-officer`, task })
  await reads('fire', ['甲醇储罐'], [], '/inbox?box=pool')
  await look('fire', 'orders-on-a-phone')
}

/** What each bureau does about its orders on its phone. */
const bureaus = async () => {
  for (const one of ['控制着火罐', '搜救被困人员']) await step('fire', one, '签收指令', { note: '四车二十人' })
  await step('transport', '封闭园区道路', '签收指令', {})
  await step('transport', '调集泡沫运输车', '不能执行', { reason: '车辆均已派出' })
  await look('transport', 'refused-on-a-phone')
  await minutes(6)
  await reads('commander', ['未完成 4 件', '逾期 1 件', '不能执行', '派救护车到东门'], [], room())
  await look('commander', 'room-late')
  await step('health', '派救护车到东门', '签收指令', {})
  await step('health', '派救护车到东门', '完成指令', { result: '两名伤员已送医' })
}

/** The next thing to do about one of several orders, as its row offers it. */
const step = async (who: Who, task: string, name: string, filling: Record<string, string>) => {
  const { page } = at[who]
  await page.goto(`/case/${id}`)
  const row = page.locator('li', { hasText: task }).filter({ has: page.locator('.items-acts') })
  await row.getByRole('link', { name: new RegExp(`^${name}`) }).click()
  await page.locator('form.act-form').waitFor()
  await fill(page, filling)
  await send(at[who])
}

/** The city has let its two hours pass: all three rooms read that it is late. */
const lateReport = async () => {
  await minutes(120)
  for (const who of ['duty', 'city', 'province'] as const)
    await reads(who, ['市级上报省级', '已届满'])
  await look('province', 'late-report')
  await does('city', 'city-report-by-phone', {
    phonedAt: new Date(Date.parse('2026-03-02T01:30:00.000Z')).toISOString(),
    to: '省厅值班员',
    content: '两死两伤，三人被困',
  })
  await act(at.city, id, '快报省级', { course: '甲醇储罐冒罐起火', measures: '灭火、搜救' })
  await untilIssued(crew.product().db, id)
  await act(at.province, id, '签收报告', {})
  for (const who of ['duty', 'city', 'province'] as const) await reads(who, ['迟报'], ['已届满'])
}

test('promise (emergencies): a fire at an overfilled tank is run from its alarm to the evaluation of the year after', async () => {
  await overfill()
  await threeRooms()
  await orders()
  await bureaus()
  await lateReport()
  for (const visitor of Object.values(at)) quiet(visitor)
})
