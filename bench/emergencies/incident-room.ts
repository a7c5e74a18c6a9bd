// What does an open incident room read while the response goes on?
import type { Visitor } from '../http.ts'
import { createReading } from './reading.ts'

export type Room = Awaited<ReturnType<typeof openRoom>>

const parts = ['', '/items', '/timeline'] as const

/** Case, orders and log of one emergency, read again when it has changed; `ms`: how long each reading took. */
export const openRoom = async (officer: Visitor, caseId: string) => {
  const ms: number[] = []
  const read = async (): Promise<void> => {
    const began = Date.now()
    for (const part of parts) {
      const { status } = await officer.ask('GET', `/api/cases/${caseId}${part}`)
      if (status !== 200) throw new Error(`an incident room answers ${status}`)
    }
    ms.push(Date.now() - began)
  }
  const reading = createReading(read)
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
