// What does the thread do that lays out one dossier or one yearly plan?
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from './give-way.ts'
import type { PressWork } from './press.ts'

const laidOut = async (work: PressWork): Promise<Uint8Array> => {
  if ('plan' in work) {
    const { printPlan } = await import('../../documents/plan.ts')
    return printPlan(work.plan)
  }
  const { pressDossier } = await import('../../documents/dossier.ts')
  const { sheet, papers } = work
  const bytesOf = ({ no }: { no: number }): Uint8Array => {
    const paper = papers[no]
    if (paper === undefined) throw new Error(`paper ${no} is not there`)
    return typeof paper === 'string' ? readFileSync(paper) : paper
  }
  return pressDossier(sheet, bytesOf)
}

// Before anything is loaded: whoever acts meanwhile is served first.
giveWay()
parentPort?.postMessage(await laidOut(workerData as PressWork))
