// How is what somebody unknown sends worked on where it keeps nobody waiting and takes nobody's memory?
import { Worker } from 'node:worker_threads'
import { createTurns } from '../../db/turns.ts'
import { DomainError, type Problem } from '../../domain/language/errors.ts'
import type { Text } from '../../domain/language/words.ts'

/** What a thread says to what it was asked (`./thread.ts`). */
export type Said<Answer> = { answer: Answer } | { problem: Problem } | { defect: string }

type Limits = {
  /** So many at once; whoever has to wait too long for one is refused as `unavailable`. */
  threads: number
  /** Of objects and words; who works there bounds the bytes that it unpacks. */
  megabytes: number
  patienceMs: number
  /** Why what takes more memory or time is refused. */
  tooMuch: Text
}

const longestWaitMs = 20_000

/** Asks threads that run `file` and are kept for the next question; one that takes too much is ended, and what it was asked is refused as `file-unsafe`. */
export const inThreads = <Asked, Answer>(file: string, limits: Limits) => {
  const turns = createTurns(limits.threads)
  const idle: Worker[] = []
  return async (asked: Asked, line: 'ahead' | 'behind' = 'ahead'): Promise<Answer> => {
    const end = await turns.take(line, longestWaitMs)
    const thread = idle.pop() ?? opened(file, limits, idle)
    try {
      const said = await saidOf<Answer>(thread, asked, limits).catch(async (error) => {
        await thread.terminate()
        throw error
      })
      idle.push(thread)
      return answerIn(said)
    } finally {
      end()
    }
  }
}

/** It keeps no process alive while nobody waits for it. */
const opened = (file: string, { megabytes }: Limits, idle: Worker[]): Worker => {
  const thread = new Worker(file, {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const forget = (): void => {
    const at = idle.indexOf(thread)
    if (at >= 0) idle.splice(at, 1)
  }
  return thread.on('error', forget).on('exit', forget)
}

const saidOf = <Answer>(
  thread: Worker,
  asked: unknown,
  { patienceMs, tooMuch }: Limits,
): Promise<Said<Answer>> =>
  new Promise((resolve, reject) => {
    const refuse = () => settle(() => reject(new DomainError('file-unsafe', [tooMuch])))
    const late = setTimeout(refuse, patienceMs)
    const hear = (said: Said<Answer>) => settle(() => resolve(said))
    const fail = (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse() : settle(() => reject(error))
    const miss = () => settle(() => reject(new Error('the thread has ended')))
    const settle = (settled: () => void): void => {
      clearTimeout(late)
      thread.off('message', hear).off('error', fail).off('exit', miss).unref()
      settled()
    }
    thread.on('message', hear).on('error', fail).on('exit', miss).ref()
    thread.postMessage(asked)
  })

const answerIn = <Answer>(said: Said<Answer>): Answer => {
  if ('answer' in said) return said.answer
  if ('defect' in said) throw new Error(said.defect)
  const { code, reasons, details } = said.problem
  throw new DomainError(code, reasons, details)
}
