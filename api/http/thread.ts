// How does a thread answer what it is asked, one question after the other?
import { parentPort } from 'node:worker_threads'
import { DomainError, toProblem } from '../../domain/language/errors.ts'
import type { Said } from './threads.ts'

/** Called once by the file of a thread, whose questions come from `inThreads`. */
export const answerAsked = <Asked, Answer>(answerTo: (asked: Asked) => Promise<Answer>): void => {
  parentPort?.on('message', async (asked: Asked) => {
    parentPort?.postMessage(await saidOf(() => answerTo(asked)))
  })
}

const saidOf = async <Answer>(work: () => Promise<Answer>): Promise<Said<Answer>> => {
  try {
    return { answer: await work() }
  } catch (error) {
    if (error instanceof DomainError) return { problem: toProblem(error) }
    return { defect: String(error instanceof Error ? error.stack : error) }
  }
}
