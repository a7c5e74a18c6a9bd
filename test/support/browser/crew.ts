// Who sits before the browsers of one product, and how is a page read or looked at for one of them?
import type { Browser } from 'playwright-core'
import { expect, inject } from 'vitest'
import { createDatabase } from '../servers/infra.ts'
import { openProduct, type PersonAtWork, type Product, walkTo } from '../servers/product.ts'
import { axeFindings, goTo, launch, letIn, open, type Visitor } from './browser.ts'

/** The bureau of a county at its desks, and an enterprise at its phone. */
export const licensingCrew = {
  boss: 'e001.principal',
  clerk: 'kecheng.clerk',
  one: 'kecheng.reviewer1',
  two: 'kecheng.reviewer2',
  chief: 'kecheng.chief',
  leader: 'kecheng.leader',
} as const

/** People by name with their user names; those `onPhones` have a narrow window. Nobody is there before `open`. */
export const createCrew = <Who extends string>(
  usernames: Record<Who, string>,
  { on, onPhones }: { on: string; onPhones: NoInfer<Who>[] },
) => {
  const at = {} as Record<Who, Visitor>
  const kept: { product?: Product; browser?: Browser; drop?: () => Promise<void> } = {}
  const product = (): Product => {
    if (!kept.product) throw new Error('the product is not open')
    return kept.product
  }
  const signedIn = {} as Record<Who, Promise<PersonAtWork>>
  /** The same person before the HTTP API, for what needs no browser. */
  const person = (who: Who): Promise<PersonAtWork> => {
    signedIn[who] ??= product().person(usernames[who])
    return signedIn[who]
  }
  const openWith = async (more: Record<string, string>): Promise<void> => {
    const { url, drop } = await createDatabase()
    kept.drop = drop
    const { temporalAddress, smtpUrl, mailDir } = inject('infra')
    kept.product = await openProduct(
      { databaseUrl: url, temporalAddress, smtpUrl, mailDir },
      `${on}T01:00:00.000Z`,
      more,
    )
    kept.browser = await launch()
    for (const who of Object.keys(usernames) as Who[]) {
      at[who] = await open(kept.browser, kept.product.base, {
        width: onPhones.includes(who) ? 'phone' : 'desktop',
      })
      await letIn(at[who], usernames[who])
    }
  }
  return {
    at,
    product,
    person,
    /** Moves the legal clock to nine in the morning of a day. */
    until: async (who: Who, date: string): Promise<void> =>
      walkTo(product(), await person(who), date),
    /** Handed to `beforeAll` as it is, which looks at what a function takes. */
    open: (): Promise<void> => openWith({}),
    /** With variables of the environment beside the usual ones. */
    openWith,
    close: async (): Promise<void> => {
      await kept.browser?.close()
      await kept.product?.close()
      await kept.drop?.()
    },
    /** The words of a page when it has come to rest. */
    read: async (who: Who, path: string): Promise<string> => {
      const { page } = at[who]
      await goTo(page, path)
      return page.locator('main').innerText()
    },
    /** Tall enough that no sticky bar lies over what is checked, wherever the page stands. */
    clean: async (who: Who): Promise<void> => {
      const { page } = at[who]
      const size = page.viewportSize() ?? { width: 1440, height: 900 }
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ ...size, height: height + 1_000 })
      expect(await axeFindings(page)).toEqual([])
      await page.setViewportSize(size)
    },
  }
}
