// How does a test send the form of an act and answer its items, as a person would?
import { fill, goTo, press, sendForm, type Visitor } from './browser.ts'

/** Sends the form that stands open, past the card of a grave act. */
export const send = ({ page }: Visitor): Promise<void> => sendForm(page)

/** Says for every item of the form whether it is done. */
export const outcomes = async ({ page }: Visitor, ...passed: boolean[]): Promise<void> => {
  for (const [index, ok] of passed.entries())
    await page
      .locator('.item-card')
      .nth(index)
      .locator(`label.${ok ? 'passed' : 'failed'} input`)
      .check()
}

/** Does an act whose form asks for items, all of them in order. */
export const actOnItems = async (visitor: Visitor, id: string, name: string): Promise<void> => {
  const { page } = visitor
  await goTo(page, `/case/${id}`)
  await press(page, name)
  await page.locator('form.act-form .item-card').first().waitFor()
  await outcomes(visitor, ...(await page.locator('.item-card').all()).map(() => true))
  await send(visitor)
}

/** Uploads a file for every paper that the open form says must be there. */
export const bringPapers = async ({ page }: Visitor): Promise<void> => {
  const papers = page.locator('.papers-list li')
  await papers.first().waitFor()
  for (const name of await papers.locator('a').allInnerTexts()) {
    const paper = { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(name) }
    await page
      .locator('.field', { hasText: name })
      .locator('input[type=file]')
      .first()
      .setInputFiles(paper)
  }
  const all = await papers.count()
  await page
    .locator('.papers-list li.there')
    .nth(all - 1)
    .waitFor()
}

/** Fills the form of an act that needs papers, brings them, and sends it. */
export const applyWithPapers = async (
  visitor: Visitor,
  id: string,
  type: string,
  filling: Record<string, string>,
): Promise<void> => {
  await visitor.page.goto(`/case/${id}/act/${type}`)
  await fill(visitor.page, filling)
  await bringPapers(visitor)
  await send(visitor)
}
