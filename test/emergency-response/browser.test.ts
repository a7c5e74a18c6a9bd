// Does a duty officer report an emergency at his desk, is it answered, and does the enterprise read on its phone what it may?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, fill, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { send } from '../support/browser/forms-in-browser.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'

const crew = createCrew(
  { duty: 'kecheng.duty', leader: 'kecheng.leader', safety: 'e001.safety' },
  { on: '2026-03-02', onPhones: ['safety'] },
)
const { at, clean, read } = crew
beforeAll(crew.open)
afterAll(crew.close)

test('reported at the desk, verified, answered; its periods and documents stand on the page', async () => {
  const { page } = at.duty
  expect(await read('duty', '/report/emergency-response')).toContain('不要填0')
  await fill(page, {
    source: 'telephone',
    kind: 'fire',
    title: '东港七路仓库起火',
    site: '东港七路18号',
    region: '330802',
    happenedAt: '2026-03-02T08:50',
    description: '仓库冒烟，有无人员被困不明',
  })
  await clean('duty')
  await shot(page, 'emergency-response-report')
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  const words = await read('duty', `/case/${id}`)
  for (const one of ['待核实', '县级上报市级', '未报']) expect(words).toContain(one)
  await clean('duty')
  await shot(page, 'emergency-response-case')
  await act(at.duty, id, '核实属实', { findings: '仓库冒烟' })
  await act(at.leader, id, '启动响应', {
    level: '4',
    reason: '火势较大',
    period: '六小时',
    measures: '灭火、警戒',
  })
  await untilIssued(crew.product().db, id)
  expect(await read('leader', `/case/${id}`)).toContain('响应处置中')
  await clean('leader')
  await shot(at.leader.page, 'emergency-response-leader')
  expect(await read('duty', '/cases?process=emergency-response')).toContain('东港七路仓库起火')
  for (const visitor of Object.values(at)) quiet(visitor)
})

test('an exercise says so on a phone, and the enterprise reads nothing of what authorities report to each other', async () => {
  const duty = await crew.person('duty')
  const { id } = await duty.start('emergency-response', {
    drill: true,
    source: 'unit',
    kind: 'leak',
    title: '储罐泄漏演练',
    site: '一号罐区',
    enterprise: 'e001',
    happenedAt: '2026-03-02T00:50:00.000Z',
    description: '模拟液氨泄漏',
  })
  await duty.act(id, 'verify', { findings: '演练科目一' })
  const words = await read('safety', `/case/${id}`)
  for (const one of ['【演练】', '已核实，研判中', '储罐泄漏演练']) expect(words).toContain(one)
  for (const one of ['模拟液氨泄漏', '县级上报市级', '待首报']) expect(words).not.toContain(one)
  await clean('safety')
  await shot(at.safety.page, 'emergency-response-phone')
  expect(await read('leader', `/case/${id}`)).toContain('不是真实事件')
  quiet(at.safety)
})

test('what was written wrongly is corrected from where it stands, and a leader decides there', async () => {
  const duty = await crew.person('duty')
  const { id } = await duty.start('emergency-response', {
    source: 'telephone',
    kind: 'leak',
    title: '储罐泄漏',
    site: '二号罐区',
    happenedAt: '2026-03-02T00:50:00.000Z',
    description: '液氨气味',
  })
  const { page } = at.duty
  await read('duty', `/case/${id}?tab=record`)
  await page.getByRole('link', { name: '申请更正' }).click()
  const answer = page.locator('#field-field')
  await answer.selectOption({ label: '事件类型' })
  await page
    .locator('#field-value option:checked', { hasText: '泄漏' })
    .waitFor({ state: 'attached' })
  await answer.selectOption({ label: '事件名称' })
  await page.locator('input#field-value').waitFor()
  expect(await page.locator('#field-value').inputValue()).toBe('储罐泄漏')
  await fill(page, { value: '管道泄漏', reason: '听错' })
  await clean('duty')
  await send(at.duty)
  await read('leader', `/case/${id}?tab=record`)
  await at.leader.page.getByRole('link', { name: '批准更正' }).click()
  await send(at.leader)
  const words = await read('leader', `/case/${id}?tab=record`)
  expect(words).toContain('储罐泄漏 → 管道泄漏')
  for (const visitor of [at.duty, at.leader]) quiet(visitor)
})
