// What does a unit's phone show of the orders given to it, as its open inbox does?
import type { InboxRow } from '../../contract/case/lists.ts'
import type { PageOf } from '../../contract/parts/pieces.ts'
import type { Visitor } from '../http.ts'
import { createReading } from './reading.ts'

type Shown = { taskId: string; words: string; announced: number; visible: number }
export type Phone = Awaited<ReturnType<typeof openPhone>>

/** As many rows as the product's page asks for at once. */
const LIMIT = 100

/** The page is read again when the stream says that something of its own has changed, and by the way for what is others’; `number` tells which orders are this phone's. */
export const openPhone = async (visitor: Visitor, number: number) => {
  const seen = new Map<string, number>()
  const { orders, put, end } = createQueue<Shown>()
  let repeated = 0
  const inbox = async (announced: number): Promise<void> => {
    const path = `/api/inbox?box=pool&limit=${LIMIT}`
    const { status, body } = await visitor.ask<PageOf<InboxRow>>('GET', path)
    const visible = Date.now()
    if (status !== 200) throw new Error(`an inbox answers ${status}`)
    const names = new Map<string, string>()
    for (const { taskId, task } of body.items) {
      const words = /^.*由(\d+)号机承办/.exec(task?.zh ?? '')
      if (!taskId || !words || Number(words[1]) !== number) continue
      if (names.has(words[0])) repeated += 1
      names.set(words[0], taskId)
      if (seen.has(taskId)) continue
      seen.set(taskId, visible)
      put({ taskId, words: words[0], announced, visible })
    }
  }
  const reading = createReading(inbox, 0)
  const leave = await visitor.listen(
    ({ kind, others }) => kind === 'case' && reading.news(others === true),
  )
  await inbox(Date.now())
  return {
    visitor,
    orders,
    twice: () => repeated,
    read: async (caseId: string): Promise<void> => {
      const { status } = await visitor.ask('GET', `/api/cases/${caseId}`)
      if (status !== 200) throw new Error(`a case answers ${status} on a phone`)
    },
    close: () => {
      leave()
      reading.close()
      end()
    },
  }
}

/** What is put in comes out in order, for whoever waits for it; after the end nothing more. */
const createQueue = <One>() => {
  const waiting: One[] = []
  let wake: () => void = () => undefined
  let ended = false
  const take = async function* (): AsyncGenerator<One> {
    for (;;) {
      const next = waiting.shift()
      if (next) yield next
      else if (ended) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    orders: take(),
    put: (one: One): void => {
      waiting.push(one)
      wake()
    },
    end: (): void => {
      ended = true
      wake()
    },
  }
}
