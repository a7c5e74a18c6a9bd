// How does a test send the form of an act and answer its items, as a person would?
import type { Visitor } from './browser.ts'

/** Sends the form that stands open, past the card of a grave act. */
export const send = async ({ page }: Visitor): Promise<void> => {
  await page.locator('form.act-form button[type=submit]').click()
  const card = page.getByRole('button', { name: '我已知悉后果，确认提交' })
  await Promise.race([card.waitFor().catch(() => undefined), page.waitForURL(/sent=/).catch(() => undefined)])
  if (await card.isVisible()) await card.click()
  await page.waitForURL(/sent=/)
}
/** Says for every item of the form whether it is done. */
export const outcomes = async ({ page }: Visitor, ...passed: boolean[]): Promise<void> => {
  for (const [index, ok] of passed.entries())
    await page
      .locator('.item-card')
      .nth(index)
      .locator(`label.${ok ? 'passed' : 'failed'} input`)
      .check()
}
