// People who ask until they have their answer, each request under one Idempotency-Key, and what they hear meanwhile.
import { eq, like } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActAnswer } from '../../contract/case/cases.ts'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import type { PersonAtWork, Product } from '../support/servers/product.ts'
import { type Cast, factsOf, process, report } from './story.ts'

export type IdempotentRequest = { path: string; body: unknown; key: string }
/** What was heard before the answer: 503 = nobody knows, the same key tells. */
export type Answered = { answer: ActAnswer; meanwhile: number[]; at: number }

const patienceMs = 90_000

export const acting = (
  id: string,
  type: string,
  data: Record<string, unknown>,
  key: string,
  taskId?: string,
): IdempotentRequest => ({
  path: `/api/cases/${id}/acts`,
  body: { type, data, ...(taskId ? { taskId } : {}) },
  key,
})

export const ask = (
  person: PersonAtWork,
  { path, body, key }: IdempotentRequest,
): Promise<Response> => person.raw('POST', path, body, { 'idempotency-key': key })

/** Asks again and again; anything but an answer or a 503 in the form of a problem fails the test. */
export const insist = async (
  person: PersonAtWork,
  request: IdempotentRequest,
): Promise<Answered> => {
  const meanwhile: number[] = []
  for (
    const until = Date.now() + patienceMs;
    Date.now() < until;
    await new Promise((resolve) => setTimeout(resolve, 200))
  ) {
    const response = await ask(person, request)
    const body = (await response.json()) as ActAnswer
    if (response.status === 200 || response.status === 201)
      return { answer: body, meanwhile, at: Date.now() }
    meanwhile.push(response.status)
    expectUnavailable(response, body)
  }
  throw new Error(`${request.key} was never answered, only ${meanwhile}`)
}

export const expectUnavailable = (response: Response, body: unknown): void => {
  expect(body).toMatchObject({
    status: 503,
    code: 'unavailable',
    title: { zh: expect.any(String), en: expect.any(String) },
  })
  expect(response.headers.get('content-type')).toContain('application/problem+json')
}

const perPerson = 8

/** Officials urge the cases and people of the enterprise report new hazards, all at once, each person one request after the other. */
export const startStream = (
  { lin, wu, chief, safety, principal }: Cast,
  ids: string[],
  name: string,
) => {
  const answers: Answered[] = []
  const requests: { person: PersonAtWork; request: IdempotentRequest; mark: string }[] = []
  const busy = async (
    person: PersonAtWork,
    requestFor: (mark: string, n: number) => IdempotentRequest,
  ) => {
    for (let n = 0; n < perPerson; n += 1) {
      const mark = `${name} ${person.username} ${n}`
      const request = requestFor(mark, n)
      requests.push({ person, request, mark })
      answers.push(await insist(person, request))
    }
  }
  const urging = (mark: string, n: number) =>
    acting(ids[n % ids.length] ?? '', 'urge', { reason: mark }, keyOf(mark))
  const reporting = (mark: string): IdempotentRequest => ({
    path: `/api/cases/${process}`,
    body: { data: { ...report, title: mark } },
    key: keyOf(mark),
  })
  const done = Promise.all([
    ...[lin, wu, chief].map((one) => busy(one, urging)),
    ...[safety, principal].map((one) => busy(one, reporting)),
  ])
  done.catch(() => undefined)
  return {
    /** Waits until that many requests have been answered. */
    answered: (n: number) =>
      expect
        .poll(() => answers.length, { timeout: 30_000, interval: 20 })
        .toBeGreaterThanOrEqual(n),
    end: async () => {
      await done
      return answers
    },
    requests,
  }
}

const keyOf = (mark: string): string => mark.replaceAll(' ', '-')

/** Every request of a stream was done once, and asking again gives the answer of the first time. */
export const onceEach = async (
  product: Product,
  stream: ReturnType<typeof startStream>,
  ids: string[],
  name: string,
): Promise<string[]> => {
  const answers = await stream.end()
  const urged = (await Promise.all(ids.map((id) => factsOf(product, id))))
    .flat()
    .filter(({ type }) => type === 'urge')
  const begun = await product.db
    .select()
    .from(cases)
    .where(like(cases.title, `${name} %`))
  const done = [
    ...urged.map(({ data }) => String(data.reason)),
    ...begun.map(({ title }) => title),
  ].filter((mark) => mark.startsWith(name))
  expect(done.sort()).toEqual(stream.requests.map(({ mark }) => mark).sort())
  const first = new Set(answers.map(({ answer }) => `${answer.id} ${answer.revision}`))
  const again = await Promise.all(
    stream.requests.slice(-10).map(({ person, request }) => insist(person, request)),
  )
  for (const { answer } of again) expect(first).toContain(`${answer.id} ${answer.revision}`)
  return begun.map(({ id }) => id)
}

/** How often a fact of that type stands in the record of a case. */
export const timesOf = async (product: Product, id: string, type: string): Promise<number> => {
  const facts = await product.db
    .select({ type: caseFacts.type })
    .from(caseFacts)
    .where(eq(caseFacts.caseId, id))
  return facts.filter((fact) => fact.type === type).length
}
