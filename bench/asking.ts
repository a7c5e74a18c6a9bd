// How long does a reader wait for the answer to one question, over HTTP, one request after the other?
import type { Visitor } from './http.ts'
import { abreast, percentile } from './loop.ts'
import type { Log } from './stage.ts'

export type Asked = { path: string; body?: unknown }
export type Often = { requests: number; warmUp: number }
/** `ms` in ascending order. */
export type Answered = { kilobytes: number; ms: number[] }

/** Any answer but 200 ends the run: a refusal is quick and would be a good figure. */
export const timeQuestion = async (
  reader: Visitor,
  { path, body }: Asked,
  { requests, warmUp }: Often,
): Promise<Answered> => {
  let kilobytes = 0
  const once = async (): Promise<void> => {
    const answer = await reader.ask(body ? 'POST' : 'GET', path, body)
    if (answer.status !== 200)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`)
    kilobytes = JSON.stringify(answer.body).length / 1_000
  }
  const ms: number[] = []
  await abreast(warmUp, 1, once)
  await abreast(requests, 1, async () => {
    const sent = performance.now()
    await once()
    ms.push(performance.now() - sent)
  })
  return { kilobytes, ms: ms.sort((a, b) => a - b) }
}

/** One question after the other; `about` begins the line that is written down of each. */
export const timeQuestions = async <Question extends Asked & { words: string }>(
  questions: Question[],
  readerOf: (question: Question, at: number) => Visitor | undefined,
  { often, log, about }: { often: Often; log: Log; about: string },
): Promise<(Question & Answered)[]> => {
  const points: (Question & Answered)[] = []
  for (const [at, question] of questions.entries()) {
    const reader = readerOf(question, at)
    if (!reader) throw new Error('nobody reads')
    const answered = await timeQuestion(reader, question, often)
    log(`${about}, ${question.words}: ${percentile(answered.ms, 0.95).toFixed(0)} ms`)
    points.push({ ...question, ...answered })
  }
  return points
}
