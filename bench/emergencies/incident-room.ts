// What does an open incident room read while the response goes on?
import type { Visitor } from '../http.ts'

export type Room = Awaited<ReturnType<typeof openRoom>>

/** One read at a time; what is announced meanwhile is read once more, as the product's pages do. */
export const createReading = (read: (announced: number) => Promise<void>) => {
  let announced: number | null = null
  let busy = false
  let closed = false
  const run = async (): Promise<void> => {
    if (busy) return
    busy = true
    while (announced !== null && !closed) {
      const at = announced
      announced = null
      await read(at).catch((error: Error) => {
        if (!closed) throw error
      })
    }
    busy = false
  }
  return {
    news: (): void => {
      announced ??= Date.now()
      void run()
    },
    close: (): void => {
      closed = true
    },
  }
}

const parts = ['', '/items', '/timeline'] as const

/** Case, orders and log of one emergency; answers how to close it, and how long each reading took. */
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
  await read()
  return { ms, close: () => undefined }
}
