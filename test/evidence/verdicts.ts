// Where does a file lie while it is judged, and what is said of it?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { kindOf } from '../../api/evidence/file-kind.ts'
import { DomainError } from '../../domain/language/errors.ts'

export let folder: string
export let path: string

/** Called at the head of each file of tests, which gets one of its own. */
export const useQuarantineFolder = (): void => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anjian-hostile-'))
    path = join(folder, 'incoming')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
}

/** Its media type, or code and reason of its refusal. */
export const verdictOn = async (name: string, content: Buffer | string): Promise<string> => {
  writeFileSync(path, content)
  try {
    return await kindOf(path, name)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const [reason] = error.reasons
    expect([reason?.zh, reason?.en].every((words) => words && words.length > 5)).toBe(true)
    return `${error.code}: ${reason?.en}`
  }
}

/** The catalogue of a PDF that opens at a page of its own. */
export const quiet = '<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /FitH 842] >>'
