// Does an enterprise propose on a phone, the section chief confirm at a desk, and do both find the entry with its history?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../../../../test/api/house.ts'
import { atRest, fill } from '../../../../../test/support/browser/browser.ts'
import { shot } from '../../../../../test/support/browser/shot.ts'
import {
  axe,
  builtUi,
  desktop,
  openBrowser,
  openPage,
  phone,
  type Size,
} from '../../../../../test/ui/browser-support.ts'
import { type Served, serveHouse, visitHouse } from '../../../../../test/ui/house-on-screen.ts'
import { exampleRegister } from '../../../domain/registers/example-register/register.ts'
import { day, thing } from './samples.ts'

const place = '/registers/example-register'
let house: House
let served: Served
const browser = await openBrowser()
beforeAll(async () => {
  house = await openHouse(
    { uiDir: await builtUi() },
    null,
    {},
    { 'example-register': exampleRegister },
  )
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  served = await serveHouse(house)
}, 180_000)
afterAll(() => house?.close())

const visit = async (
  who: string,
  path: string,
  size: Size = desktop,
  language: 'zh' | 'en' = 'zh',
) => {
  const opened = await visitHouse(browser, { house, url: served.url, who, path }, size, language)
  await opened.page.waitForSelector('main h1')
  await atRest(opened.page)
  return opened
}

const look = async (
  who: string,
  path: string,
  size: Size,
  language: 'zh' | 'en',
  name: string,
): Promise<string> => {
  const { page, errors, close } = await visit(who, path, size, language)
  expect(await axe(page)).toEqual([])
  await shot(page, `example-register-${name}-${size.width}-${language}`)
  const words = await page.locator('main').innerText()
  expect(errors).toEqual([])
  await close()
  return words
}

test('proposed on a phone, confirmed at a desk, changed, and found by both', async () => {
  const asking = await visit('qi', place, phone)
  await expect.poll(() => asking.page.locator('main').innerText()).toContain('还没有登记')
  await asking.page.getByRole('link', { name: '提请登记' }).click()
  await fill(asking.page, {
    region: '330802',
    name: thing.name,
    kind: thing.kind,
    place: thing.place,
    quantity: String(thing.quantity),
  })
  await fill(asking.page, { checkBy: thing.checkBy })
  await asking.page.getByRole('button', { name: '提请', exact: true }).click()
  await asking.page.getByRole('alert').getByText('理由').waitFor()
  expect(await axe(asking.page)).toEqual([])
  await fill(asking.page, { reason: '新购入' })
  await asking.page.getByRole('button', { name: '提请', exact: true }).click()
  await asking.page.getByText('已提请，等待另一人确认').waitFor()
  expect(asking.errors).toEqual([])
  await asking.close()

  const deciding = await visit('chen', place)
  await expect.poll(() => deciding.page.locator('main').innerText()).toContain('待确认 1 件')
  expect(await axe(deciding.page)).toEqual([])
  await shot(deciding.page, 'example-register-waiting')
  await deciding.page.getByRole('button', { name: '确认' }).click()
  await deciding.page.getByRole('link', { name: '衢柯例册〔2026〕0001号' }).click()
  await deciding.page.getByRole('heading', { name: '变更记录' }).waitFor()
  const path = new URL(deciding.page.url()).pathname
  expect(deciding.errors).toEqual([])
  await deciding.close()

  const changing = await visit('lin', path)
  await changing.page.getByRole('link', { name: '提请变更' }).click()
  await fill(changing.page, {
    quantity: '8',
    remark: '摆放混乱',
    standing: 'out-of-use',
    reason: '现场检查',
  })
  await changing.page.getByRole('button', { name: '提请', exact: true }).click()
  await changing.page.getByText('已提请，等待另一人确认').waitFor()
  await expect.poll(() => changing.page.locator('main').innerText()).toContain('12 → 8')
  expect(changing.errors).toEqual([])
  await changing.close()

  for (const [who, size, language] of [
    ['chen', desktop, 'en'],
    ['qi', phone, 'zh'],
  ] as const) {
    expect(await look(who, place, size, language, 'list')).toContain(thing.name)
    const words = await look(who, path, size, language, 'entry')
    expect(words).toContain('衢柯例册〔2026〕0001号')
    expect(words.includes('摆放混乱')).toBe(who === 'chen')
    await look('qi', `${place}/propose`, size, language, 'form')
    await look(who, '/registers', size, language, 'shelves')
  }
  const open = await openPage(browser, phone, 'zh')
  await open.page.goto(`${served.url}/public`)
  await open.page.getByRole('link', { name: '登记查询' }).click()
  await open.page.getByRole('link', { name: exampleRegister.title.zh }).click()
  await open.page.getByLabel('编号或名称', { exact: true }).fill(thing.name)
  await open.page.getByRole('button', { name: '查询' }).click()
  await open.page.getByRole('heading', { name: `衢柯例册〔2026〕0001号 ${thing.name}` }).waitFor()
  await expect.poll(() => open.page.locator('main').innerText()).not.toContain(thing.place)
  expect(await axe(open.page)).toEqual([])
  await shot(open.page, 'example-register-lookup')
  expect(open.errors).toEqual([])
  await open.close()

  const menu = await visit('qi', '/e/cases')
  await menu.page.getByRole('button', { name: '更多' }).click()
  await menu.page.getByRole('dialog').getByRole('link', { name: '登记簿' }).click()
  await menu.page.getByRole('link', { name: exampleRegister.title.zh }).waitFor()
  await menu.close()
})
