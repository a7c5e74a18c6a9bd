// Is the npm that called us still there? A signal to npm ends npm and its shell, and never reaches us.
import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 250

/** Calls back once when npm, or the shell it put in between, is gone. Does nothing when npm did not call. */
export function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  const npm = parentOfShell(parent)
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return
    clearInterval(timer)
    callback()
  }, LOOK_EVERY_MS)
  timer.unref()
}

function parentOfShell(pid) {
  try {
    const [, name, , ppid] =
      /^\d+ \((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return /^(ba|da|a)?sh$/.test(name) && Number(ppid) > 1 ? Number(ppid) : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
