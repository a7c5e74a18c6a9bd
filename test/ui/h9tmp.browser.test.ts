// temporary screenshots
import { expect, test } from 'vitest'
import { desktop, openBrowser, openPage, phone, signIn, startFake, axe } from './browser-support.ts'
test('shots', async () => {
  const fake = await startFake('h9tmp')
  const browser = await openBrowser()
  for (const [language, size, name] of [['zh', desktop, 'd'], ['en', phone, 'p']] as const) {
    const { page, errors, close } = await openPage(browser, size, language)
    await signIn(page, fake.url, 'chen.xiaodong')
    for (const [path, shot] of [['/case/case-1?tab=flow', 'flow'], ['/process/hazard-rectification', 'process'], ['/case/case-1', 'case'], ['/supervise/clocks', 'wall']] as const) {
      await page.goto(fake.url + path)
      await page.waitForTimeout(2500)
      await page.screenshot({ path: `/tmp/h/h9-${shot}-${name}.png`, fullPage: true })
      console.log(path, await axe(page), await page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    }
    console.log(errors)
    await close()
  }
  await browser.close(); fake.close()
})
