// Does an enterprise name its counsel on a phone, and read on its page that he was accepted?
import { expect, test } from 'vitest'
import { act, fill, goTo } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { matter } from '../samples.ts'
import { onPenaltyCrew } from '../story/penalty-crew.ts'

const crew = onPenaltyCrew(
  { one: 'kecheng.inspector1', leader: 'kecheng.leader', party: 'e001.principal' },
  ['party'],
)
const { at, clean, read } = crew
const reads = (words: string) =>
  expect.poll(() => read('party', `/case/${id}`), { timeout: 20_000 }).toContain(words)

let id = ''

test('the case is filed', async () => {
  const { page } = at.one
  const { enterprise } = await (await crew.person('party')).get<{ enterprise: { name: string } }>(
    '/api/me',
  )
  await read('one', '/report/enforcement-case')
  await page.locator('#field-enterprise').fill(enterprise.name)
  await page.getByRole('option', { name: enterprise.name }).first().click()
  await fill(page, { title: matter.title, partyKind: matter.partyKind, source: 'judicial' })
  // A case that came back asks for what the court has done.
  await page.locator('#field-returnedBy').waitFor()
  await shot(page, 'filing-sent-back')
  await clean('one')
  await fill(page, { source: matter.source, facts: matter.facts })
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
  id = new URL(page.url()).pathname.split('/')[2] ?? ''
  await act(at.leader, id, '批准立案')
  await untilIssued(crew.product().db, id)
})

test('the enterprise names a counsel, an officer accepts him, and its page says who stands for it', async () => {
  const { page } = at.party
  await goTo(page, `/case/${id}`)
  await read('party', `/case/${id}`)
  const counsels = page.getByRole('heading', { name: '本单位的代理人' })
  expect(await counsels.count()).toBe(0)
  const others = page.locator('details').filter({ hasText: '其他操作' })
  if ((await others.count()) > 0 && (await others.getAttribute('open')) === null)
    await others.locator('summary').click()
  await page.getByRole('link', { name: '登记单位的代理人' }).click()
  await page.locator('form.act-form').waitFor()
  await fill(page, {
    agentName: '李律师',
    agentIdentity: '330802198002020013',
    agentMobile: '13844440004',
    scope: 'special',
    from: '2026-03-02',
    until: '2027-03-01',
  })
  await page.locator('#field-power').setInputFiles({
    name: '委托书.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('委托'),
  })
  await page.locator('.upload.stored').waitFor()
  await page.locator('form.act-form button[type=submit]').click()
  await page.getByRole('button', { name: '我已知悉后果，确认提交' }).click()
  await page.waitForURL(/sent=/)
  await reads('待核对；特别授权')
  await act(at.one, id, '同意代理')
  await untilIssued(crew.product().db, id)
  await reads('已核对同意；特别授权')
  const shown = await read('party', `/case/${id}`)
  await expect.poll(() => counsels.count()).toBe(1)
  expect(shown).toContain('李律师')
  expect(shown).not.toContain('13844440004')
  await shot(page, 'counsel-party-390')
  await clean('party')
  await page.setViewportSize({ width: 1440, height: 900 })
  await shot(page, 'counsel-party-1440')
})
