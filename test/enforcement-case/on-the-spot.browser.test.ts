// Does an officer punish on the spot with a telephone, from the workshop to the printed decision?
import { expect, test } from 'vitest'
import { act, type Filling, fill, goTo, quiet } from '../support/browser/browser.ts'
import { send } from '../support/browser/forms-in-browser.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { day, scene } from './samples.ts'
import { onPenaltyCrew, penaltyCrew } from './story/penalty-crew.ts'

const crew = onPenaltyCrew(penaltyCrew, ['one', 'two', 'party'])
const { at, clean, read } = crew

let id = ''
type Who = keyof typeof at
const does = async (who: Who, name: string, filling: Filling = {}): Promise<void> => {
  await act(at[who], id, name, filling)
  await untilIssued(crew.product().db, id)
}
const begins = async (who: Who, name: RegExp): Promise<void> => {
  const { page } = at[who]
  await goTo(page, `/case/${id}`)
  await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click()
}
/** Nothing lies beside the screen of a telephone. */
const fits = async (who: Who): Promise<void> => {
  const width = await at[who].page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
}

test('in the workshop an officer names the party and what he sees', async () => {
  const { page } = at.one
  const { enterprise } = await (await crew.person('party')).get<{ enterprise: { name: string } }>(
    '/api/me',
  )
  await read('one', '/report/enforcement-case')
  await fill(page, { procedure: 'on-the-spot' })
  for (const name of ['source', 'discoveredOn', 'informant'])
    expect(await page.locator(`#field-${name}`).count()).toBe(0)
  await page.locator('#field-enterprise').fill(enterprise.name)
  await page.getByRole('option', { name: enterprise.name }).first().click()
  await fill(page, { title: scene.title, partyKind: scene.partyKind })
  await fill(page, { place: scene.place, facts: scene.facts, basis: '《安全生产法》第三十条' })
  await shot(page, 'on-the-spot-start')
  await clean('one')
  await fits('one')
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
  id = new URL(page.url()).pathname.split('/')[2] ?? ''
})

test('he tells it, hears it, and is told what is too much for the spot', async () => {
  const { page } = at.one
  await begins('one', /^告知并听取/)
  await page.getByText('3,000元').first().waitFor()
  await expect.poll(() => page.locator('#field-facts').inputValue()).toBe(scene.facts)
  await page.getByRole('checkbox', { name: '罚款', exact: true }).check()
  await fill(page, { fine: '3001', rightsTold: true })
  const officers = page.getByRole('list', { name: '从登记簿中点选' })
  for (const number of ['浙执002', '浙执001'])
    await officers.getByRole('checkbox', { name: new RegExp(number) }).check()
  expect(await page.locator('#field-certificates').inputValue()).toBe('浙执002\n浙执001')
  await fill(page, { outcome: 'not-adopted', statement: '称不知情；已释明' })
  await shot(page, 'on-the-spot-told')
  await clean('one')
  await fits('one')
  await page.locator('form.act-form button[type=submit]').click()
  await page.getByText('转为普通程序（《行政处罚法》第五十一条').first().waitFor()
  expect(at.one.errors.splice(0)).toEqual([expect.stringContaining('403')])
  await fill(page, { fine: '1000' })
  await send(at.one)
  expect(await read('one', `/case/${id}`)).toContain('待当场决定')
})

test('he decides, a colleague signs, and the decision is in the hands of the party', async () => {
  const { page } = at.one
  await begins('one', /^当场作出处罚决定/)
  await fill(page, { collection: 'bank', signature: 'refused', receiver: '车间主任' })
  await fill(page, { witness: '李某' })
  await shot(page, 'on-the-spot-decided')
  await clean('one')
  await fits('one')
  await send(at.one)
  await does('two', '会签同意')
  const page2 = await read('one', `/case/${id}`)
  for (const words of ['待履行', '当场行政处罚决定书', '2026-03-07']) expect(page2).toContain(words)
  await shot(page, 'on-the-spot-case')
  await clean('one')
  await fits('one')
  const party = await read('party', `/case/${id}`)
  for (const words of ['请履行处罚决定', '当场行政处罚决定书', '2026-03-17'])
    expect(party).toContain(words)
  expect(party).toMatch(/请在 \d{4}-\d{2}-\d{2}（含当日）前，按决定书写明的方式缴清罚款/)
  await shot(at.party.page, 'on-the-spot-party')
})

test('he reports it for the record, it is paid, published and closed', async () => {
  await does('one', '当场处罚决定备案', { archive: '浙当罚0001' })
  await does('one', '登记缴清罚款', { amount: '1000', paidOn: day, receipt: '票1' })
  await does('chief', '公示处罚信息', { publicSummary: '罚款一千元' })
  await does('one', '提请结案', { summary: '已履行', catalogue: '当场处罚决定书' })
  await does('leader', '批准结案')
  expect(await read('one', `/case/${id}`)).toContain('已结案')
  await at.one.page.getByRole('button', { name: 'English' }).click()
  await at.one.page.getByText('Decision on the spot').first().waitFor()
  await expect.poll(() => at.one.page.locator('main').innerText()).toContain('Closed')
  await shot(at.one.page, 'on-the-spot-closed-en')
  await fits('one')
  for (const visitor of Object.values(at)) quiet(visitor)
})
