// How do the tests of a file play penalty cases on the real engine?
import { afterAll, beforeAll } from 'vitest'
import { inLaw, settleThem } from '../support/people/people.ts'
import { stagedBy } from '../support/processes/lines.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { settleCertificates } from './certificates.ts'
import { sample } from './samples.ts'

/** For the whole file: the people of the law and the officers' certificates; `settle`: what else stands there. */
export const onPenaltyStage = (
  settle: (stage: Stage) => Promise<unknown> = async () => undefined,
) => {
  let opened: Stage | undefined
  beforeAll(async () => {
    opened = await openStage()
    await settleThem(opened.db, inLaw)
    await settleCertificates(opened.db)
    await settle(opened)
  })
  afterAll(() => opened?.close())
  const stage = (): Stage => {
    if (!opened) throw new Error('the stage is not open yet')
    return opened
  }
  const periodOf = async (id: string, clock: string) =>
    (await stage().record(id)).obligations.filter((one) => one.clock === clock).at(-1)
  return { stage, periodOf, ...stagedBy(stage, 'enforcement-case', 'lin', sample) }
}
