// The whole product before servers of its own: what may be killed, held up or recorded without anybody else noticing.
import { join } from 'node:path'
import { migrate } from '../../../db/migrate.ts'
import { startOwnInfra } from './infra.ts'
import { openProduct } from './product.ts'

export type ProductAlone = Awaited<ReturnType<typeof openProductAlone>>

/** `at` sets the legal clock before anything happens. */
export const openProductAlone = async (at?: string) => {
  const infra = await startOwnInfra()
  try {
    await migrate(infra.postgres.url)
    const servers = {
      databaseUrl: infra.postgres.url,
      temporalAddress: infra.temporal.address,
      smtpUrl: infra.smtp.url,
      mailDir: join(infra.folder, 'mail'),
    }
    const product = await openProduct(servers, at)
    const close = async () => {
      await product.close()
      await infra.stop()
    }
    return { infra, product, close }
  } catch (error) {
    await infra.stop()
    throw error
  }
}
