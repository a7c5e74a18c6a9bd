// How does a process of its own answer what it is asked, one question after the other?
import { DomainError, toProblem } from '../../domain/language/errors.ts'
import type { Said } from './own-process.ts'

/** Called once by the file of a process, whose questions come from `inOwnProcess`. */
export const answerAsked = <Asked, Answer>(answerTo: (asked: Asked) => Promise<Answer>): void => {
  process.on('message', async (asked) => {
    process.send?.(await saidOf(() => answerTo(asked as Asked)))
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
