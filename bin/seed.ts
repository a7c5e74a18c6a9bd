// Is the demo there: its registers, and cases in every state, made by running the product from sixty days ago until today?
import { count, eq } from 'drizzle-orm'
import { connect, type Database } from '../db/client.ts'
import { cases } from '../db/schema/cases/cases.ts'
import { laboratoryClock } from '../db/schema/change/time.ts'
import type { Instant } from '../domain/time/instant.ts'
import { readServiceEnv, type ServiceEnv } from './env.ts'
import { seedDraw } from './seed/draw.ts'
import { changeAll, enterAll, seedEntries } from './seed/entries.ts'
import { seedFeeds } from './seed/feeds.ts'
import { seedPartners } from './seed/partners.ts'
import { createPeople } from './seed/people.ts'
import { play } from './seed/play.ts'
import { foundDemo, seedRegisters } from './seed/registers.ts'
import { enterRosters } from './seed/rosters.ts'
import { beginningOf, cuesOf } from './seed/script.ts'
import { openStage } from './seed/stage.ts'
import { stories } from './seed/stories.ts'
import { seedYearPlan } from './seed/year-plan.ts'

/** What is left over when the clock has come to today in whole seconds. */
const NEARLY_MS = 5_000

async function seed(): Promise<void> {
  const env = readServiceEnv()
  if (env.mode !== 'demo') throw new Error('The seed fills a demo and is refused in production')
  const { db, close } = connect(env.databaseUrl, 4)
  try {
    if ((await isDone(db)) === 'no') await fill(db, env)
    else log('the demo is there')
    await seedFeeds(db, env)
    await seedPartners(db, env)
  } finally {
    await close()
  }
}

const early = seedEntries.filter((one) => one.early)
const late = seedEntries.filter((one) => !one.early)

async function fill(db: Database, env: ServiceEnv): Promise<void> {
  const registers = await seedRegisters(db)
  const { founded, tokenFile } = await foundDemo(db, env.dataDir)
  log(
    `${registers.people} people, ${registers.enterprises} enterprises; the token of the demo gateway is in ${tokenFile}`,
  )
  await turnBack(db, founded)
  const stage = await openStage(env)
  try {
    const people = createPeople(stage.base)
    const unkept = await enterRosters(people, founded, log)
    if (unkept > 0) log(`${unkept} duty rosters were not taken`)
    const before = await enterAll(people, founded, log, early)
    const { refused } = await play({ db, people, log }, cuesOf(stories, founded))
    if (refused > 0) log(`${refused} of ${stories.length} stories could not be told to their end`)
    const untaken = before + (await enterAll(people, founded, log, late))
    await changeAll(people, founded, log)
    await seedDraw(people, founded, log)
    await seedYearPlan(people, founded, log)
    if (untaken > 0) log(`${untaken} of ${seedEntries.length} entries were not taken`)
  } finally {
    await stage.close()
  }
  await arrive(db)
  log(`done: ${stories.length} stories`)
}

/** The clock itself tells how far the seed has come: not set = not begun, behind real time = under way, otherwise done. */
async function isDone(db: Database): Promise<'yes' | 'no'> {
  const [clock] = await db
    .select({ offset: laboratoryClock.offsetMs })
    .from(laboratoryClock)
    .where(eq(laboratoryClock.id, 1))
  if (clock) return clock.offset >= 0 ? 'yes' : 'no'
  const [some] = await db.select({ cases: count() }).from(cases)
  return (some?.cases ?? 0) === 0 ? 'no' : 'yes'
}

async function turnBack(db: Database, founded: Instant): Promise<void> {
  const offsetMs = Date.parse(beginningOf(founded)) - Date.now()
  await db.insert(laboratoryClock).values({ id: 1, offsetMs }).onConflictDoNothing()
}

async function arrive(db: Database): Promise<void> {
  const [clock] = await db
    .select({ offset: laboratoryClock.offsetMs })
    .from(laboratoryClock)
    .where(eq(laboratoryClock.id, 1))
  if (!clock || Math.abs(clock.offset) > NEARLY_MS)
    throw new Error(`The clock of the demo did not come to today: ${clock?.offset} ms`)
  await db.update(laboratoryClock).set({ offsetMs: 0 }).where(eq(laboratoryClock.id, 1))
}

function log(line: string): void {
  console.log(`seed: ${line}`)
}

await seed()
