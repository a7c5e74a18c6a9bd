// Does a duty officer report an emergency at his desk, is it answered, and does the enterprise read on its phone what it may?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, fill, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
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
  expect(await read('duty', '/cases?process=emergency-response')).toContain('东港七路仓库起火')
  for (const visitor of Object.values(at)) quiet(visitor)
})
