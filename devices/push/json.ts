// Is this text JSON that means one thing only: no key twice, no endless depth, no number beyond all measure?
import { excessOf } from '../../domain/json.ts'

/** `excess`: it holds more than anybody has to say at once, and nothing of it was read. */
export type Parsed = { ok: true; value: unknown } | { ok: false; excess?: true; words: string }

/** A thousand items of forty values fill a megabyte; to build and look through as many as fit there keeps everybody waiting. */
export const mostValues = 40_000
export const mostLevels = 20

const mostOf = { values: mostValues, levels: mostLevels }

/** JSON.parse lets the last of two equal keys win, while another reader takes the first: such a text is refused. */
export const parseJson = (text: string): Parsed => {
  const excess = excessOf(text, { values: mostValues, levels: mostLevels })
  if (excess !== null)
    return { ok: false, excess: true, words: `more than ${mostOf[excess]} ${excess}` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, words: (error as Error).message.slice(0, 200) }
  }
  const fault = faultOf(text)
  return fault === null ? { ok: true, value } : { ok: false, words: fault }
}

type Level = Set<string> | null

/** The text is known to be JSON, so that its marks alone tell where keys are. */
const faultOf = (text: string): string | null => {
  const levels: Level[] = []
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]|-?\d[\d.eE+-]*/gs
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const fault = faultAt(levels, text, found[0], found.index)
    if (fault) return fault
  }
  return null
}

/** Goes a level down or up with the mark, or says what is wrong with it. */
const faultAt = (levels: Level[], text: string, mark: string, at: number): string | null => {
  if (mark === '{') levels.push(new Set())
  else if (mark === '[') levels.push(null)
  else if (mark === '}' || mark === ']') levels.pop()
  else if (mark.startsWith('"')) return twice(levels.at(-1), mark, text, at + mark.length)
  else if (!Number.isFinite(Number(mark))) return `a number out of range at ${at}`
  return null
}

const colon = /\s*:/y

const twice = (keys: Level | undefined, mark: string, text: string, end: number): string | null => {
  colon.lastIndex = end
  if (!keys || !colon.test(text)) return null
  const key = JSON.parse(mark) as string
  if (keys.has(key)) return `the key ${JSON.stringify(key.slice(0, 64))} is there twice`
  keys.add(key)
  return null
}
