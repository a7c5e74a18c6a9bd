// How are dossiers and yearly plans laid out without keeping the API from answering? In a thread of their own.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DossierPress } from '../../api/dossier/dossier-maker.ts'
import type { DossierSheet } from '../../domain/dossier/sheet.ts'
import type { PlanSheet } from '../../domain/year-plan/sheet.ts'

/** What the thread is given to lay out. */
export type PressWork =
  | { sheet: DossierSheet; papers: Record<number, string | Uint8Array> }
  | { plan: PlanSheet }

const patienceMs = 15 * 60_000

export const pressInThread: DossierPress = (sheet, papers) => inThread({ sheet, papers })

/** One after the other: whoever asks for many waits for himself. */
export const printPlanInThread = (plan: PlanSheet): Promise<Uint8Array> => {
  const printed = printing.then(() => inThread({ plan }))
  printing = printed.catch(() => undefined)
  return printed
}
let printing: Promise<unknown> = Promise.resolve()

/** A thread for each of them: what it has held goes with it. */
const inThread = (work: PressWork): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(join(import.meta.dirname, 'press-thread.ts'), {
      workerData: work,
    })
    const late = setTimeout(() => {
      void thread.terminate()
      reject(new Error('it took too long to lay out'))
    }, patienceMs)
    const settle = (settled: () => void) => {
      clearTimeout(late)
      settled()
    }
    thread.once('message', (pdf: Uint8Array) => settle(() => resolve(pdf)))
    thread.once('error', (error) => settle(() => reject(error)))
    thread.once('exit', (code) => settle(() => reject(new Error(`it ended with ${code}`))))
  })
