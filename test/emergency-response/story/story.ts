// Who plays the story of a tank fire at browsers, and how does each read and act?
import { expect } from 'vitest'
import { atRest, fill } from '../../support/browser/browser.ts'
import { createCrew } from '../../support/browser/crew.ts'
import { send } from '../../support/browser/forms-in-browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'

const cast = {
  duty: 'kecheng.duty',
  city: 'city.duty',
  province: 'province.duty',
  leader: 'kecheng.leader',
  mayor: 'city.leader',
  commander: 'kecheng.commander',
  fire: 'city.fire.duty',
  transport: 'city.transport.duty',
  health: 'city.health.duty',
  chief: 'city.chief',
  supervisor: 'city.supervisor',
  fireChief: 'city.fire.chief',
  safety: 'e001.safety',
} as const
type Who = keyof typeof cast

export const createStory = () => {
  const crew = createCrew<Who>(cast, {
    on: '2026-03-02',
    onPhones: ['fire', 'transport', 'health', 'safety'],
  })
  const { at, clean, read, person } = crew
  const about = { id: '', alarm: '' }
  const page = () => `/case/${about.id}`
  const issued = () => untilIssued(crew.product().db, about.id)
  return {
    ...crew,
    about,
    room: () => `/incident/${about.id}`,
    issued,
    minutes: async (n: number): Promise<void> =>
      void (await (await person('duty')).advance(`PT${n}M`)),
    /** What needs no browser. */
    does: async (who: Who, type: string, data: Record<string, unknown> = {}, taskId?: string) => {
      await issued()
      return (await person(who)).act(about.id, type, data, taskId ? { taskId } : {})
    },
    /** What somebody reads of the emergency: all of it is there, and nothing that is not for him. */
    reads: async (who: Who, there: string[], not: string[] = [], path = page()) => {
      const words = await read(who, path)
      for (const one of there) expect(words, `${who} ${path}`).toContain(one)
      for (const one of not) expect(words, `${who} ${path}`).not.toContain(one)
    },
    /** The page that stands open is clean, and kept for whoever wants to look at it. */
    look: async (who: Who, name: string) => {
      await at[who].page.locator('main h1').first().waitFor()
      await atRest(at[who].page)
      await clean(who)
      await shot(at[who].page, `story-${name}`)
    },
    /** An act on one of several orders or measures, as its row offers it. */
    acts: async (who: Who, item: string, name: string, filling: Record<string, string> = {}) => {
      const { page: screen } = at[who]
      await screen.goto(page())
      const row = screen
        .locator('li', { hasText: item })
        .filter({ has: screen.locator('.items-acts') })
      await row.getByRole('link', { name: new RegExp(`^${name}`) }).click()
      await screen.locator('form.act-form').waitFor()
      await fill(screen, filling)
      await send(at[who])
    },
  }
}

export type Story = ReturnType<typeof createStory>
