// Does another living process hold this folder?
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { processStart } from './children.ts'

/** Takes the lock file, or answers the pid of the living process that holds it. A dead process holds nothing. */
export function takeLock(file: string): { release: () => void } | { heldBy: number } {
  mkdirSync(dirname(file), { recursive: true })
  for (;;) {
    try {
      writeFileSync(file, `${process.pid} ${processStart(process.pid)}`, { flag: 'wx' })
      return { release: () => rmSync(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const heldBy = livingHolder(file)
    if (heldBy !== undefined) return { heldBy }
    rmSync(file, { force: true })
  }
}

function livingHolder(file: string): number | undefined {
  try {
    const [pid = '', ...startedAt] = readFileSync(file, 'utf8').split(' ')
    return processStart(Number(pid)) === startedAt.join(' ') ? Number(pid) : undefined
  } catch {
    return undefined
  }
}
