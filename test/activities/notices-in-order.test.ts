// Is everybody told in the order in which it happened, also where a mail has to wait, and does nobody wait for another?
import { expect, test } from 'vitest'
import type { Mail } from '../../activities/deps.ts'
import { text } from '../../domain/language/words.ts'
import {
  notice,
  type Outcome,
  run,
  sent,
  useEffectsDatabase,
  withEffects,
} from './effects-of-a-case.ts'

useEffectsDatabase()

const titled = (title: string, people: string[]) => notice({ title: text(title, title), people })
const ofPerson = (mails: Mail[], who: string): string[] =>
  mails.flatMap(({ to, subject }) => (to.startsWith(who) ? [subject.slice(0, 2)] : []))
const away = { ok: false, detail: 'away', retry: true }
const story = () =>
  withEffects(
    titled('首报', ['lin', 'wu']),
    titled('更正', ['lin', 'wu', 'zhou']),
    titled('续报', ['lin']),
  )

test('to one person they go out one after the other, however long each takes', async () => {
  const order: string[] = []
  let ms = 200
  const outcome = async ({ to, subject }: Mail): Promise<Outcome> => {
    ms -= 60
    await new Promise((resolve) => setTimeout(resolve, ms))
    if (to.startsWith('lin')) order.push(subject.slice(0, 2))
    return sent
  }
  const { answer } = await run(await story(), { outcome })
  expect([answer.done, order]).toEqual([3, ['首报', '更正', '续报']])
})

test('whose earlier mail has to be tried again gets no later one before it; the others do not wait for him', async () => {
  const caseId = await story()
  const first = await run(caseId, { outcome: ({ to }) => (to.startsWith('lin') ? away : sent) })
  expect(ofPerson(first.mails, 'wu')).toEqual(['首报', '更正'])
  expect(ofPerson(first.mails, 'zhou')).toEqual(['更正'])
  expect([ofPerson(first.mails, 'lin'), first.answer.retryInMs]).toEqual([['首报'], 15_000])
  const second = await run(caseId)
  expect([ofPerson(second.mails, 'lin'), second.mails.length]).toEqual([
    ['首报', '更正', '续报'],
    3,
  ])
  expect(second.statuses).toEqual(['done', 'done', 'done'])
})

test('while mail is slow, too: what is held comes back at once when nothing has failed', async () => {
  const caseId = await story()
  const mails: Mail[] = []
  for (let runs = 0; runs < 5; runs += 1) {
    const one = await run(caseId, { isBrisk: () => false })
    mails.push(...one.mails)
    expect(one.answer.retryInMs).toBeNull()
    if (!one.answer.left) break
  }
  expect([ofPerson(mails, 'lin'), ofPerson(mails, 'wu')]).toEqual([
    ['首报', '更正', '续报'],
    ['首报', '更正'],
  ])
})

test('an earlier mail that was refused for good holds up nothing', async () => {
  const refused = { ok: false, detail: '550', retry: false }
  const { mails, answer } = await run(await story(), { outcome: () => refused })
  expect([answer, ofPerson(mails, 'lin')]).toEqual([
    { done: 3, retryInMs: null },
    ['首报', '更正', '续报'],
  ])
})
