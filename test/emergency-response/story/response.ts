// The first day of the story: the alarm, three duty rooms, five orders of a plan to three bureaus, the end of the response.
import { expect } from 'vitest'
import { raised } from '../../alarm-episode/samples.ts'
import { act } from '../../support/browser/browser.ts'
import { send } from '../../support/browser/forms-in-browser.ts'
import { createAlarms } from './alarms.ts'
import { registerPlan } from './plan.ts'
import type { Story } from './story.ts'

/** What the enterprise never reads. */
export const internal = [
  '县级上报市级',
  '市级上报省级',
  '三人被困',
  '控制着火罐',
  '车辆均已派出',
  '续报',
  '大事记',
]

/** The tank runs over: the desk acknowledges the alarm and calls an emergency. */
export const overfill = async ({ about, at, look, person, product, reads }: Story) => {
  const { enterprise } = await (await person('safety')).get<{ enterprise: { id: string } }>(
    '/api/me',
  )
  const alarms = await createAlarms(product())
  about.alarm = await alarms.raise({ ...raised, enterprise: enterprise.id })
  await reads('duty', ['LT-101 液位高高'], [], '/inbox?box=pool')
  await act(at.duty, about.alarm, '接警', { measures: '已电话要求停止进料' })
  await act(at.duty, about.alarm, '启动应急响应', { reason: '罐顶冒料起火' })
  about.id = await alarms.emergencyOf(await person('duty'))
  await reads('duty', ['甲醇储罐 LT-101 液位高高', '待核实', '县级上报市级', '未报'])
  await look('duty', 'emergency')
  await reads('safety', ['已启动应急响应'], ['已电话要求停止进料'], `/case/${about.alarm}`)
  await alarms.returns(about.alarm)
}

/** Three are trapped: county, city and province have to know, each by its own minute. */
export const threeRooms = async ({ about: { id }, at, issued, minutes, reads }: Story) => {
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
  await issued()
  await reads('duty', ['已报'])
  await act(at.city, id, '签收报告', { note: '全力救人' })
}

/** The response begins by the plan, and its five orders go to three bureaus: the first by its form, the rest with one press. */
export const orders = async ({ about, at, look, product, reads, room }: Story) => {
  await act(at.leader, about.id, '启动响应', {
    level: '3',
    plan: await registerPlan(product()),
    reason: '人员被困',
    period: '十二小时',
    measures: '灭火、搜救、警戒',
  })
  await reads('safety', ['应急响应中', 'Ⅲ级响应', '灭火、搜救、警戒'], internal)
  await look('safety', 'enterprise-on-a-phone')
  await reads('commander', ['三级', '尚未下达指令', '已下达 0 / 5 件', '待下达'], [], room())
  const { page } = at.commander
  const first = page.getByRole('row', { name: /控制着火罐/ })
  await first.getByRole('link', { name: '下达' }).click()
  await expect.poll(() => page.locator('#field-task').inputValue()).toBe('控制着火罐')
  await send(at.commander)
  await page.goto(room())
  await page.getByRole('button', { name: '全部下达（4件）' }).click()
  await page.getByRole('button', { name: '确认下达' }).click()
  await page.getByText('已下达 5 / 5 件').waitFor()
  await look('commander', 'room-by-the-plan')
  await reads('fire', ['控制着火罐', '搜救被困人员', '共 2 件'], ['派救护车'], '/inbox?box=pool')
  await look('fire', 'orders-on-a-phone')
}

/** What each bureau does about its orders on its phone: one cannot, one does not answer in time. */
export const bureaus = async ({ acts, look, minutes, reads, room }: Story) => {
  for (const one of ['控制着火罐', '搜救被困人员'])
    await acts('fire', one, '签收指令', { note: '四车二十人' })
  await look('fire', 'two-orders-on-a-phone')
  await acts('transport', '封闭园区道路', '签收指令')
  await acts('transport', '调集泡沫运输车', '不能执行', { reason: '车辆均已派出' })
  await look('transport', 'refused-on-a-phone')
  await minutes(6)
  const there = ['未完成 4 件', '逾期 1 件', '车辆均已派出', '已下达 4 / 5 件', '待另行下达']
  await reads('commander', there, [], room())
  await look('commander', 'room-late')
  await reads('health', ['派救护车到东门', '逾期'], [], '/inbox?box=pool')
  await reads('transport', ['封闭园区道路'], ['逾期'], '/inbox?box=pool')
  await acts('health', '派救护车到东门', '签收指令')
  await acts('health', '派救护车到东门', '完成指令', { result: '两名伤员已送医' })
  await reads('duty', ['未完成 3 件', '两名伤员已送医'], ['逾期 1 件'], room())
}

/** 493号 10: whom each level told while the fire was fought, entered afterwards. */
const told = {
  informedAt: '2026-03-02T01:40:00.000Z',
  police: '指挥中心',
  labour: '值班室',
  union: '值班室',
  procuratorate: '值班室',
}

/** 值班信息: written within the half hour in which it would have been telephoned. */
const written = {
  form: 'written',
  reportedAt: '2026-03-02T01:20:00.000Z',
  content: '甲醇储罐冒罐起火，两死两伤，三人被困',
}

/** The city has let its two hours pass: all three rooms read that it is late, and later that it was. */
export const lateReport = async (story: Story) => {
  const {
    about: { id },
    at,
    does,
    issued,
    look,
    minutes,
    reads,
  } = story
  await minutes(120)
  for (const who of ['duty', 'city', 'province'] as const)
    await reads(who, ['市级上报省级', '已届满'], ['迟报'])
  await look('province', 'late-report')
  await does('city', 'city-report-by-phone', {
    phonedAt: '2026-03-02T01:30:00.000Z',
    to: '省厅值班员',
    content: '两死两伤，三人被困',
  })
  await does('duty', 'county-tells-government', { ...written, to: '区政府总值班室' })
  await does('city', 'city-tells-government', { ...written, to: '市政府总值班室' })
  await does('duty', 'county-informs-authorities', told)
  await does('city', 'city-informs-authorities', told)
  await act(at.city, id, '快报省级', { course: '甲醇储罐冒罐起火', measures: '灭火、搜救' })
  await issued()
  await act(at.province, id, '签收报告')
  for (const who of ['duty', 'city', 'province'] as const) await reads(who, ['迟报'], ['已届满'])
}

/** Graver, then over: the level is raised, those trapped are found, what is out is done, and the response ends with its alarm. */
export const raisedAndEnded = async (story: Story) => {
  const {
    about: { id, alarm },
    acts,
    at,
    does,
    look,
    reads,
    room,
  } = story
  await act(at.commander, id, '调整级别', { level: '2', reason: '可能殃及相邻储罐' })
  for (const who of ['commander', 'province'] as const) await reads(who, ['二级'])
  await reads('safety', ['Ⅱ级响应'], internal)
  for (const one of ['控制着火罐', '搜救被困人员'])
    await acts('fire', one, '完成指令', { result: '明火已扑灭，三人救出' })
  await acts('transport', '封闭园区道路', '完成指令', { result: '道路已恢复' })
  await act(at.duty, id, '更新伤亡和影响数字', {
    asOf: '2026-03-02',
    trapped: '0',
    reason: '三人均已救出',
  })
  await act(at.commander, id, '终止响应', { reason: '明火扑灭，罐体降温' })
  await reads('duty', ['未完成 0 件', '三人均已救出', '终止响应'], [], room())
  await look('duty', 'room-ended')
  await reads('safety', ['应急响应已终止'], internal)
  await reads('duty', ['已办结'], [], `/case/${alarm}`)
  await does('leader', 'settle', { findings: '已救治' })
  await does('duty', 'report-finally', { course: '火已扑灭', measures: '全部救出' })
  await does('province', 'acknowledge-report')
}
