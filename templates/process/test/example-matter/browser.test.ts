// Does an enterprise ask on a phone, an inspector answer at a desk, and do both read the letter?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, fill, quiet } from '../../../../test/support/browser/browser.ts'
import { createCrew } from '../../../../test/support/browser/crew.ts'
import { shot } from '../../../../test/support/browser/shot.ts'
import { untilIssued } from '../../../../test/support/servers/issued.ts'
import { day, matter } from './samples.ts'

const crew = createCrew(
  { safety: 'e001.safety', inspector: 'kecheng.inspector1' },
  { on: day, onPhones: ['safety'] },
)
const { at, clean, read } = crew
beforeAll(crew.open)
afterAll(crew.close)

test('asked on a phone, seen in the list, answered, and closed with its letter', async () => {
  const { page } = at.safety
  expect(await read('safety', '/report/example-matter')).toContain('希望答复的日期')
  await fill(page, { title: matter.title, question: matter.question, dueDate: matter.dueDate })
  await clean('safety')
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  expect(await read('inspector', '/cases?process=example-matter')).toContain(matter.title)
  expect(await read('inspector', `/case/${id}`)).toContain('待答复')
  await clean('inspector')
  await shot(at.inspector.page, 'example-matter-case')
  await act(at.inspector, id, '答复', { reply: '按现行国家标准执行。' })
  await untilIssued(crew.product().db, id)
  for (const who of ['inspector', 'safety'] as const) {
    const words = await read(who, `/case/${id}`)
    for (const one of ['已答复', '答复书']) expect(words).toContain(one)
    await clean(who)
  }
  for (const visitor of Object.values(at)) quiet(visitor)
})
