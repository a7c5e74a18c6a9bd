// On what is a history recorded: the whole product, alone, its people, and the server that keeps histories?
import { Client, Connection } from '@temporalio/client'
import type { PersonAtWork } from '../support/servers/product.ts'
import { openProductAlone } from '../support/servers/product-alone.ts'
import { historyRecorder } from './history-recorder.ts'

/** `at` sets the legal clock before anything happens. */
export const openRecorderStage = async (at?: string) => {
  const { infra, product, close } = await openProductAlone(at)
  const temporal = new Client({
    connection: await Connection.connect({ address: infra.temporal.address }),
  })
  return {
    infra,
    product,
    temporal,
    people: <const Usernames extends readonly string[]>(...usernames: Usernames) =>
      Promise.all(usernames.map(product.person)) as Promise<{
        -readonly [nth in keyof Usernames]: PersonAtWork
      }>,
    close: async () => {
      await temporal.connection.close()
      await close()
    },
  }
}

/** Beside it `save`, which keeps a history of that process. */
export const openRecorder = async (process: string, at?: string) => {
  const stage = await openRecorderStage(at)
  const { product, temporal } = stage
  return { ...stage, save: await historyRecorder({ db: product.db, temporal, process }) }
}
