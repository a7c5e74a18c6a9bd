// How soon does the incident room stand in a real browser, and how soon does it answer a key, where the emergency is a large one?
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { type Ledger, performOnce } from '../acts.ts'
import { openBrowser, signedIn } from '../browser.ts'
import { longLog } from '../emergencies/long-log.ts'
import { signUpTeams, type Team, teams } from '../emergencies/people.ts'
import { openEmergency } from '../emergencies/response.ts'
import { signIn, type Visitor } from '../http.ts'
import { closingAfter, type Log, openStage, type Stage, tellLastWords } from '../stage.ts'
import { observePage, type Seen, typeInto } from './observing.ts'

export const LARGE = { orders: 200, log: 2_000 }

/** Milliseconds in ascending order. */
export type IncidentFigures = {
  loads: number
  cold: number[]
  warm: number[]
  nodes: number
  /** Event streams that two tabs of one browser have open, and entries of the log that the room was told of. */
  streams: number
  heard: number
  /** From a key in the field of the log until the frame that shows it; and from a press on a filter of the open room. */
  keys: number[]
  presses: number[]
}

const ACT_EVERY_MS = 400
const KEYS = 60
const KEY_EVERY_MS = 90
const PRESSES = 24
const PRESS_EVERY_MS = 350
const SETTLE_MS = 700
const PATIENCE_MS = 60_000

/** Null where there is no Chromium. */
export const measureIncident = async (log: Log, loads: number): Promise<IncidentFigures | null> => {
  const browser = await openBrowser()
  if (!browser) return null
  const stage = await openStage({ ANJIAN_URGENT_LANE: 'both' })
  const close = async () => {
    await browser.close()
    await stage.close()
  }
  return closingAfter(
    close,
    () => run(stage, browser, log, loads),
    tellLastWords(log, stage, ['api']),
  )
}

const run = async (
  stage: Stage,
  browser: Browser,
  log: Log,
  loads: number,
): Promise<IncidentFigures> => {
  log(`incident: ${LARGE.orders} orders, ${LARGE.log} entries of the log`)
  await signUpTeams(stage)
  const team = teams[0] as Team
  const caseId = await openEmergency(stage.base, team)
  await longLog(stage, team, caseId, LARGE)
  const [watching, acting] = team.officers.map(({ id }) => id)
  const room = `${stage.base}/incident/${caseId}`
  const opened = () => signedIn(browser, stage.base, watching ?? '')
  log(`incident: ${loads} loads, with an empty cache and again`)
  await (await loaded(await opened(), room)).context.close()
  const cold: Seen[] = []
  const warm: Seen[] = []
  for (let n = 0; n < loads; n += 1) {
    const first = await loaded(await opened(), room)
    cold.push(first.seen)
    warm.push((await loaded(first.context, room)).seen)
    await first.context.close()
  }
  const actor = await signIn(stage.base, acting ?? '')
  const context = await opened()
  const follows = countStreams(context)
  const { page } = await loaded(context, room)
  log('incident: keys and presses, while another officer acts')
  const told = await meanwhile(actor, caseId, () => presses(page))
  const field = await context.newPage()
  await field.addInitScript(observePage)
  await field.goto(`${stage.base}/case/${caseId}/act/note-event`)
  await field.locator('form textarea').first().waitFor()
  await field.waitForTimeout(SETTLE_MS)
  const { during: keys } = await meanwhile(actor, caseId, () =>
    typeInto(field, 'form textarea', KEYS, KEY_EVERY_MS),
  )
  return {
    loads,
    cold: ascending(cold.map(({ lcp }) => lcp)),
    warm: ascending(warm.map(({ lcp }) => lcp)),
    nodes: Math.max(...[...cold, ...warm].map(({ nodes }) => nodes)),
    streams: follows.open(),
    heard: told.acts,
    keys: ascending(keys),
    presses: ascending(told.during),
  }
}

const ascending = (values: number[]): number[] => [...values].sort((a, b) => a - b)

/** A new tab, until orders and log stand. */
const loaded = async (
  context: BrowserContext,
  room: string,
): Promise<{ context: BrowserContext; page: Page; seen: Seen }> => {
  const page = await context.newPage()
  await page.addInitScript(observePage)
  await page.goto(room, { timeout: PATIENCE_MS })
  await page.locator('.incident-entries > li').nth(20).waitFor({ timeout: PATIENCE_MS })
  await page.locator('.gantt-planned').first().waitFor({ timeout: PATIENCE_MS })
  await page.waitForTimeout(SETTLE_MS)
  const seen = await page.evaluate(
    (): Seen => ({
      lcp: (window as unknown as { seenLcp: number }).seenLcp,
      nodes: document.querySelectorAll('*').length,
    }),
  )
  return { context, page, seen }
}

/** Another officer gives orders and writes the log, one act after the other, as long as something lasts. */
const meanwhile = async <Result>(
  who: Visitor,
  caseId: string,
  lasting: () => Promise<Result>,
): Promise<{ during: Result; acts: number }> => {
  const ledger: Ledger = { acked: [], retries: 0 }
  let over = false
  const acting = async (): Promise<void> => {
    while (!over) {
      const data = {
        happenedAt: new Date().toISOString(),
        text: `${ledger.acked.length}号增援到场`,
      }
      await performOnce(caseId, { who, type: 'note-event', data }, ledger)
      await new Promise((resolve) => setTimeout(resolve, ACT_EVERY_MS))
    }
  }
  const going = acting()
  const during = await lasting().finally(() => {
    over = true
  })
  await going
  return { during, acts: ledger.acked.length }
}

/** Event streams that are open at the moment, of all tabs of a browser. */
const countStreams = (context: BrowserContext) => {
  let open = 0
  const isStream = (request: Request) => new URL(request.url()).pathname === '/api/live'
  const count = (by: 1 | -1) => (request: Request) => {
    if (isStream(request)) open += by
  }
  context.on('request', count(1)).on('requestfinished', count(-1)).on('requestfailed', count(-1))
  return { open: () => open }
}

/** All and only what was done, by turns: each builds the log anew. */
const presses = async (page: Page): Promise<number[]> => {
  await page.evaluate(() => (window as unknown as { seenInputs: number[] }).seenInputs.splice(0))
  const chips = page.locator('.incident-log .chip')
  for (let n = 0; n < PRESSES; n += 1) {
    await chips.nth(n % 2 === 0 ? 3 : 0).click()
    await page.waitForTimeout(PRESS_EVERY_MS)
  }
  return page.evaluate(() => (window as unknown as { seenInputs: number[] }).seenInputs)
}
