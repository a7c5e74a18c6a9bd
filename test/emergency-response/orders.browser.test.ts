// Is a response run from the incident room: orders given at a desk, carried out on a phone, seen late, noted in the log?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, fill, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'

const crew = createCrew(
  { duty: 'kecheng.duty', leader: 'kecheng.leader', commander: 'city.commander' },
  { on: '2026-03-02', onPhones: ['commander'] },
)
const { at, clean, read } = crew
beforeAll(crew.open)
afterAll(crew.close)

/** A fire that is being responded to. */
const responding = async (): Promise<string> => {
  const [duty, leader] = [await crew.person('duty'), await crew.person('leader')]
  const { id } = await duty.start('emergency-response', {
    source: 'telephone',
    kind: 'fire',
    title: '东港七路仓库起火',
    site: '东港七路18号',
    region: '330802',
    happenedAt: '2026-03-02T00:50:00.000Z',
    description: '仓库冒烟，有无人员被困不明',
  })
  await duty.act(id, 'verify', { findings: '属实' })
  await leader.act(id, 'start-response', {
    level: '4',
    reason: '火势较大',
    period: '六小时',
    measures: '灭火、警戒',
  })
  return id
}

test('promise (emergencies): an order given in the incident room reaches the unit’s phone, and its answers stand in the open room by themselves', async () => {
  const id = await responding()
  const { page } = at.duty
  expect(await read('duty', `/incident/${id}`)).toContain('尚未下达指令')
  await clean('duty')
  await page.getByRole('link', { name: '下达指令' }).click()
  await fill(page, {
    to: 'city-command/commander',
    task: '控制着火仓库',
    finishBy: '2026-03-02T23:30',
  })
  await page.locator('form button[type=submit]').click()
  await page.getByRole('button', { name: '确认' }).click()
  await page.waitForURL(/sent=give-order/)
  expect(await read('commander', '/inbox?box=pool')).toContain('东港七路仓库起火')
  await act(at.commander, id, '签收指令', { note: '两车十二人' })
  await act(at.commander, id, '开始执行', {})
  await act(at.commander, id, '请求增援', { wanted: '泡沫车一台' })
  await shot(at.commander.page, 'emergency-order-phone')
  await clean('commander')
  const room = await read('duty', `/incident/${id}`)
  for (const one of ['控制着火仓库', '执行中', '泡沫车一台', '两车十二人'])
    expect(room).toContain(one)
  await shot(page, 'emergency-incident')
  await page.keyboard.press('c')
  await page.waitForURL(/act\/note-event/)
  await fill(page, { happenedAt: '2026-03-02T08:55', text: '消防支队到场' })
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/sent=note-event/)
  const log = await read('duty', `/incident/${id}`)
  expect(log).toContain('补记')
  await page.getByRole('button', { name: '以列表查看' }).click()
  await page.getByRole('link', { name: '收回指令' }).waitFor()
  await clean('duty')
  await shot(page, 'emergency-incident-list')
  await page.goto(`/incident/${id}`)
  await act(at.commander, id, '完成指令', { result: '明火已扑灭' })
  await page.locator('.incident-entries', { hasText: '明火已扑灭' }).waitFor()
  await page.getByText('未完成 0 件').waitFor()
  for (const visitor of Object.values(at)) quiet(visitor)
})
