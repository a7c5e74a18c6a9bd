// How does one process stand for another: its output, its end, and the signals in between?
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { whenNpmIsGone } from './parents.mjs'

const PASSED_ON = { SIGINT: 'SIGINT', SIGTERM: 'SIGTERM', SIGHUP: 'SIGTERM' }
const SAME_KEYSTROKE = 1000

/**
 * Runs a script in a process group of its own and resolves with its exit code. A Ctrl-C reaches it once, though terminal and npm
 * both send it; the channel tells the script when this process is gone (`process.on('disconnect')`). `output`: a file for what it says.
 */
export function runAndFollow(node, args, { root, env, output = 'inherit' }) {
  const path = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH
  const child = spawn(node, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: path },
    stdio: ['inherit', output, output, 'ipc'],
    detached: process.platform !== 'win32',
  })
  let passedAt = 0
  const pass = (signal) => {
    if (Date.now() - passedAt < SAME_KEYSTROKE) return
    passedAt = Date.now()
    child.kill(signal)
  }
  const heard = Object.entries(PASSED_ON).map(([signal, passed]) => [signal, () => pass(passed)])
  if (process.connected) heard.push(['disconnect', () => pass('SIGTERM')])
  for (const [event, listener] of heard) process.on(event, listener)
  whenNpmIsGone(() => pass('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const [event, listener] of heard) process.off(event, listener)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}
