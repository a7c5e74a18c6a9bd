// How do the stories of the demo happen? Step by step in the order of their instants, each once however often the seed is started.
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { commands } from '../../db/schema/cases/cases.ts'
import { files } from '../../db/schema/cases/files.ts'
import { lacking } from '../../domain/engine/judging/applicable-fields.ts'
import { commandId } from '../../domain/identity/commands.ts'
import { processes } from '../../domain/processes.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import { type People, Refused } from './people.ts'
import { drawPhoto } from './photo.ts'
import type { Cue, entryNamed } from './script.ts'

/** Whoever moves the laboratory clock. */
const OPERATOR = 'city.admin'

type Play = { db: Database; people: People; log: (line: string) => void }

/** Plays all cues and then lets the clock run to today; answers how many stories the product refused to go on with. */
export const play = async (
  { db, people, log }: Play,
  cues: Cue[],
): Promise<{ refused: number }> => {
  const done = await doneBefore(db, cues)
  const cases = new Map<string, string>(
    cues.flatMap(({ story, key }) => (done.has(key) ? [[story, done.get(key) ?? '']] : [])),
  )
  const stopped = new Set<string>()
  for (const cue of cues) {
    if (done.has(cue.key) || stopped.has(cue.story)) continue
    await runTo(people, cue.at)
    try {
      const data = await withNumbers(
        people,
        cue,
        cases,
        await withPapers(db, people, cue, await withPhotos(db, people, cue)),
      )
      const { id } = cue.first
        ? await people.start(cue.by, cue.process, data, cue.key)
        : await people.act(cue.by, cases.get(cue.story) ?? '', cue.act, data, cue.key)
      cases.set(cue.story, id)
      log(`${cue.at.slice(0, 10)} ${cue.by} ${cue.act} (${cue.story})`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      stopped.add(cue.story)
      log(`the story "${cue.story}" stops here: ${error.message}`)
    }
  }
  await runToToday(people)
  return { refused: stopped.size }
}

/** Steps that an earlier run has finished, by key, with the case they belong to. */
async function doneBefore(db: Database, cues: Cue[]): Promise<Map<string, string>> {
  const ids = new Map(cues.map(({ by, key }) => [commandId(`p-${by}`, key), key]))
  const rows = await db
    .select({ id: commands.id, caseId: commands.caseId, answer: commands.answer })
    .from(commands)
    .where(inArray(commands.id, [...ids.keys()]))
  return new Map(
    rows.flatMap(({ id, caseId, answer }) => (answer?.ok ? [[ids.get(id) ?? '', caseId]] : [])),
  )
}

async function runTo(people: People, at: Instant): Promise<number> {
  const now = await people.now(OPERATOR)
  const seconds = Math.floor((Date.parse(at) - Date.parse(now)) / 1000)
  if (seconds > 0) await people.advance(OPERATOR, `PT${seconds}S`)
  return seconds
}

// While the laboratory passes weeks, real time goes on: so the clock runs after it until nothing is left between them.
async function runToToday(people: People): Promise<void> {
  for (let left = 1; left > 0; ) left = await runTo(people, instant(Date.now()))
}

/** Licences and entries of registers are numbered by the product; whoever names one reads its number in the register. */
async function withNumbers(
  people: People,
  { by }: Cue,
  cases: Map<string, string>,
  data: Cue['data'],
): Promise<Cue['data']> {
  const entries = Object.entries(data).map(async ([name, value]) => {
    if (typeof value !== 'object' || value === null) return [name, value]
    if ('licenceOf' in value)
      return [name, (await people.licence(by, cases.get(String(value.licenceOf)) ?? '')).number]
    if (!('entryNamed' in value)) return [name, value]
    const named = value.entryNamed as ReturnType<typeof entryNamed>['entryNamed']
    return [name, await people.entryNumber(by, named.register, named.name)]
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function withPhotos(
  db: Database,
  people: People,
  { by, photos = [], data, story }: Cue,
): Promise<Record<string, unknown>> {
  if (photos.length === 0) return data
  const ids: string[] = []
  for (const number of photos)
    ids.push(
      await uploaded(db, people, by, { name: `${story}-${number}.png`, bytes: drawPhoto(number) }),
    )
  return { ...data, photos: ids }
}

/** Whoever applies uploads every paper that the form needs; each is drawn after the step that it belongs to. */
async function withPapers(
  db: Database,
  people: People,
  cue: Cue,
  data: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { start, events } = processes[cue.process] ?? {}
  const fields = (cue.first ? start : events?.[cue.act])?.fields ?? []
  const brought: [string, string[]][] = []
  for (const { field } of lacking(fields, data, true)) {
    if (field.kind !== 'files') continue
    const bytes = drawPhoto(crc32(`${cue.key}/${field.name}`))
    brought.push([
      field.name,
      [await uploaded(db, people, cue.by, { name: `${field.words.zh}.png`, bytes })],
    ])
  }
  return { ...data, ...Object.fromEntries(brought) }
}

type Bytes = { name: string; bytes: Buffer }

// A file that an earlier run has uploaded is used again, so that the body of a repeated step stays the same.
async function uploaded(
  db: Database,
  people: People,
  by: string,
  { name, bytes }: Bytes,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [kept] = await db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.sha256, sha256), eq(files.uploadedBy, `p-${by}`)))
  return kept?.id ?? (await people.upload(by, name, bytes)).id
}
