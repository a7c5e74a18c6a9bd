// How is what somebody unknown sends worked on where it keeps nobody waiting and takes nobody's memory?
import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { createTurns } from '../../db/turns.ts'
import { DomainError, type Problem } from '../../domain/language/errors.ts'
import type { Text } from '../../domain/language/words.ts'

/** What a process says to what it was asked (`./answering.ts`). */
export type Said<Answer> = { answer: Answer } | { problem: Problem } | { defect: string }

type Limits = {
  /** So many at once; whoever has to wait too long for one is refused as `unavailable`. */
  processes: number
  /** Of objects and words; who works there bounds the bytes that it unpacks. */
  megabytes: number
  patienceMs: number
  /** Why what takes more memory or time is refused. */
  tooMuch: Text
}

const longestWaitMs = 20_000

/** Asks processes that run `file` and are kept for the next question; one that takes too much is ended, and what it was asked is refused as `file-unsafe`. */
export const inOwnProcess = <Asked extends Serializable, Answer>(file: string, limits: Limits) => {
  const turns = createTurns(limits.processes)
  const idle: ChildProcess[] = []
  return async (asked: Asked, line: 'ahead' | 'behind' = 'ahead'): Promise<Answer> => {
    const end = await turns.take(line, longestWaitMs)
    try {
      const child = idle.pop() ?? opened(file, limits, idle)
      const said = await saidOf<Answer>(child, asked, limits).catch((error) => {
        child.kill('SIGKILL')
        throw error
      })
      idle.push(child)
      return answerIn(said)
    } finally {
      end()
    }
  }
}

/** It has none of our settings, and ends when we do. */
const opened = (file: string, { megabytes }: Limits, idle: ChildProcess[]): ChildProcess => {
  const child = fork(file, {
    env: {},
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const forget = (): void => {
    const at = idle.indexOf(child)
    if (at >= 0) idle.splice(at, 1)
  }
  return child.on('error', forget).on('exit', forget)
}

/** While nobody waits for it, it keeps no process alive. */
const keepAlive = (child: ChildProcess, isAwaited: boolean): void => {
  for (const one of [child, child.channel]) isAwaited ? one?.ref() : one?.unref()
}

const saidOf = <Answer>(
  child: ChildProcess,
  asked: Serializable,
  { patienceMs, tooMuch }: Limits,
): Promise<Said<Answer>> =>
  new Promise((resolve, reject) => {
    const refuse = () => settle(() => reject(new DomainError('file-unsafe', [tooMuch])))
    const late = setTimeout(refuse, patienceMs)
    const hear = (said: unknown) => settle(() => resolve(said as Said<Answer>))
    const fail = (error: Error) => settle(() => reject(error))
    // Out of memory it is ended by a signal; by a code it ends of itself.
    const miss = (code: number | null) =>
      code === null ? refuse() : fail(new Error(`the process has ended with ${code}`))
    const settle = (settled: () => void): void => {
      clearTimeout(late)
      child.off('message', hear).off('error', fail).off('exit', miss)
      keepAlive(child, false)
      settled()
    }
    child.on('message', hear).on('error', fail).on('exit', miss)
    keepAlive(child, true)
    child.send(asked, (error) => {
      if (error) fail(error)
    })
  })

const answerIn = <Answer>(said: Said<Answer>): Answer => {
  if ('answer' in said) return said.answer
  if ('defect' in said) throw new Error(said.defect)
  const { code, reasons, details } = said.problem
  throw new DomainError(code, reasons, details)
}
