// Is a drill begun from its plan, told its injects, ended, evaluated on paper, and followed until what was open is done?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emergencyDrill } from '../../../domain/registers/emergency-drill/register.ts'
import { beginDrill, entrySeen, planDrill } from '../../emergency-response/drill/entering.ts'
import { act, fill, quiet } from '../../support/browser/browser.ts'
import { createCrew } from '../../support/browser/crew.ts'
import { shot } from '../../support/browser/shot.ts'
import { day, typed } from './samples.ts'

const crew = createCrew(
  {
    inspector: 'kecheng.inspector1',
    chief: 'kecheng.chief',
    duty: 'kecheng.duty',
    leader: 'kecheng.leader',
    supervisor: 'kecheng.supervisor',
  },
  { on: day, onPhones: ['inspector'] },
)
const { at, clean, read, person, product } = crew
beforeAll(crew.open)
afterAll(crew.close)

/** The same page on a phone. */
const narrow = async (who: keyof typeof at, name: string) => {
  const { page } = at[who]
  await page.setViewportSize({ width: 390, height: 844 })
  await clean(who)
  await shot(page, `${name}-390-zh`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

const place = `/registers/${emergencyDrill.id}`

test('the list of drills is empty at first; one is planned on a phone with its injects, and confirmed at a desk', async () => {
  const { page } = at.inspector
  expect(await read('inspector', place)).toContain('还没有登记')
  await clean('inspector')
  await shot(page, 'drills-empty-390-zh')
  await page.getByRole('link', { name: '提请登记' }).click()
  const { script, region: _, ...rest } = typed
  await fill(page, { ...rest, region: '330802' })
  for (const [nth, row] of script.entries()) {
    await page.locator('[id="field-script-add"]').click()
    for (const [column, value] of Object.entries(row)) {
      const input = page.locator(`[id="field-script.r${nth + 1}.${column}"]`)
      if ((await input.evaluate((element) => element.tagName)) === 'SELECT')
        await input.selectOption(String(value))
      else await input.fill(String(value))
    }
  }
  await clean('inspector')
  await shot(page, 'drills-form-390-zh')
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByText('已提请，等待另一人确认').waitFor()
  expect(await read('chief', place)).toContain('2026-06-30')
  await at.chief.page.getByRole('button', { name: '确认' }).click()
  await at.chief.page.getByRole('link', { name: '衢柯演练〔2026〕0001号' }).waitFor()
  await clean('chief')
  await shot(at.chief.page, 'drills-list-1440-zh')
})

test('promise (emergencies): a drill begins from its plan, tells its injects in the log at their minutes, and after its end is evaluated and followed until what is open is done', async () => {
  const { page } = at.duty
  await read('duty', place)
  await page.getByRole('link', { name: '衢柯演练〔2026〕0001号' }).click()
  await page.getByRole('button', { name: '开始演练' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '现在开始' }).waitFor()
  await clean('duty')
  await shot(page, 'drills-begin-1440-zh')
  await page.getByRole('button', { name: '现在开始' }).click()
  await page.waitForURL(/\/case\//)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.getByRole('heading', { name: /【演练】液氯泄漏应急演练/ }).waitFor()
  expect(await read('duty', `/incident/${id}`)).not.toContain('喷淋系统失效')
  await (await person('duty')).advance('PT6M')
  await page.locator('.incident-entries', { hasText: '喷淋系统失效' }).waitFor()
  await clean('duty')
  await shot(page, 'drills-log-1440-zh')
  await act(at.duty, id, '核实属实', { findings: '按脚本核实' })
  await (await person('duty')).advance('PT7M')
  await act(at.leader, id, '启动响应', {
    level: '4',
    plan: '',
    reason: '演练',
    period: '两小时',
    measures: '疏散、堵漏',
  })
  const log = await read('leader', `/incident/${id}`)
  for (const told of ['喷淋系统失效', '小学请求疏散指引']) expect(log).toContain(told)
  await narrow('leader', 'drills-log')
  await act(at.leader, id, '终止响应', { reason: '目标完成' })

  await at.leader.page.goto(`/case/${id}/act/evaluate-drill`)
  await at.leader.page.locator('[id="field-goals-add"]').click()
  const goal = (column: string) => at.leader.page.locator(`[id="field-goals.r1.${column}"]`)
  await goal('goal').fill('五分钟内报告')
  await goal('verdict').selectOption('partly')
  await goal('points').fill('80')
  await fill(at.leader.page, {
    strengths: '报告及时',
    shortcomings: '疏散路线不熟',
    score: '86',
    conclusion: '良好',
  })
  await clean('leader')
  await shot(at.leader.page, 'drills-evaluation-1440-zh')
  await narrow('leader', 'drills-evaluation')
  await at.leader.page.locator('form.act-form button[type=submit]').click()
  await at.leader.page.waitForURL(/sent=/)

  await act(at.supervisor, id, '列入整改措施', {
    to: 'county-enforcement/section-chief',
    measure: '修订疏散路线图',
    dueDate: '2026-04-01',
  })
  await act(at.chief, id, '报告落实情况', { done: '已修订' })
  await act(at.supervisor, id, '核实完成', { findings: '属实' })
  await act(at.supervisor, id, '演练改进办结', { findings: '已落实' })
  const done = await read('supervisor', `/case/${id}`)
  for (const said of ['共 1 件，未完成 0 件', '改进落实情况', '部分达到，得分 80'])
    expect(done).toContain(said)
  await clean('supervisor')
  await shot(at.supervisor.page, 'drills-case-1440-zh')

  const { items } = await (await person('leader')).get<{ items: { title: { zh: string } }[] }>(
    `/api/cases/${id}/documents`,
  )
  expect(items.map(({ title }) => title.zh)).toContain('【演练】应急演练评估报告')
  for (const visitor of Object.values(at)) quiet(visitor)
})

test('the list begins with what is overdue, and says so', async () => {
  await planDrill(product(), { title: '逾期演练', month: '2026-02' })
  const list = await read('chief', place)
  expect(list).toMatch(/逾期演练[\s\S]*2026-02-28[\s\S]*▲ 已逾期/)
  expect(list.match(/已逾期/g)).toHaveLength(1)
  await clean('chief')
  await shot(at.chief.page, 'drills-late-1440-zh')
  expect(await read('inspector', place)).toContain('▲ 已逾期')
  await clean('inspector')
  await shot(at.inspector.page, 'drills-late-390-zh')
  for (const visitor of Object.values(at)) quiet(visitor)
})

test('its entry shows how it was carried out, on desk and phone, in both languages and on paper', async () => {
  const entry = await planDrill(product(), { title: '另一演练', script: undefined })
  const id = await beginDrill(await person('duty'), entry)
  expect((await entrySeen(await person('duty'), entry)).cases[0]?.id).toBe(id)
  const path = `${place}/${entry}`
  const words = await read('duty', path)
  for (const said of ['实施情况', '【演练】另一演练', '正在进行']) expect(words).toContain(said)
  await clean('duty')
  await shot(at.duty.page, 'drills-entry-1440-zh')
  await read('inspector', path)
  await clean('inspector')
  await shot(at.inspector.page, 'drills-entry-390-zh')
  await at.duty.page.getByRole('button', { name: 'English' }).click()
  await at.duty.page.getByText('Carried out').first().waitFor()
  await clean('duty')
  await shot(at.duty.page, 'drills-entry-1440-en')
  await at.duty.page.emulateMedia({ media: 'print' })
  await shot(at.duty.page, 'drills-entry-print')
  await at.duty.page.emulateMedia({ media: null })
  for (const visitor of Object.values(at)) quiet(visitor)
})
