// What does an open incident room read while the response goes on?
import type { CaseView } from '../../contract/case/cases.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { roomMs } from '../../ui/reading/own-news.ts'
import type { Visitor } from '../http.ts'
import { createReading } from './reading.ts'

export type Room = Awaited<ReturnType<typeof openRoom>>

/** Case, orders and what is new in the log of one emergency, read again when it has changed; `ms`: how long each reading took. */
export const openRoom = async (officer: Visitor, caseId: string) => {
  const ms: number[] = []
  let last = 0
  const ask = async <Body>(part: string): Promise<Body> => {
    const { status, body } = await officer.ask<Body>('GET', `/api/cases/${caseId}${part}`)
    if (status !== 200) throw new Error(`an incident room answers ${status}`)
    return body
  }
  const read = async (): Promise<void> => {
    const began = Date.now()
    const [, , { items }] = await Promise.all([
      ask<CaseView>(''),
      ask('/items'),
      ask<{ items: TimelineItem[] }>(`/timeline?after=${last}`),
    ])
    last = items.at(-1)?.seq ?? last
    ms.push(Date.now() - began)
  }
  const reading = createReading(read, roomMs)
  const leave = await officer.listen(
    ({ kind, id }) => kind === 'case' && id === caseId && reading.news(false),
  )
  await read()
  return {
    ms,
    close: () => {
      leave()
      reading.close()
    },
  }
}
