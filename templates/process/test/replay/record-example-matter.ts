// Records the histories of these matters as record.ts does those of hazards: `node test/replay/record-example-matter.ts`.

import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { migrate } from '../../../../db/migrate.ts'
import { canary } from '../../../../test/replay/canaries.ts'
import { historyRecorder } from '../../../../test/replay/history-recorder.ts'
import { startOwnInfra } from '../../../../test/support/servers/infra.ts'
import { openProduct } from '../../../../test/support/servers/product.ts'

const infra = await startOwnInfra()
await migrate(infra.postgres.url)
const servers = {
  databaseUrl: infra.postgres.url,
  temporalAddress: infra.temporal.address,
  smtpUrl: infra.smtp.url,
}
const product = await openProduct(
  { ...servers, mailDir: join(infra.folder, 'mail') },
  '2026-03-02T01:00:00.000Z',
)
const temporal = new Client({
  connection: await Connection.connect({ address: infra.temporal.address }),
})
const save = await historyRecorder({ db: product.db, temporal, process: 'example-matter' })
const asking = await product.person('e001.safety')
const answering = await product.person('kecheng.inspector1')
const leading = await product.person('kecheng.chief')

const openCase = async (): Promise<string> =>
  (
    await asking.start('example-matter', {
      title: canary.title,
      question: canary.description,
      dueDate: '2026-03-06',
    })
  ).id

await save('open', await openCase())

const late = await openCase()
await leading.advance('P12D')
await answering.act(late, 'answer', { reply: canary.findings })
await save('answered-late', late)

await temporal.connection.close()
await product.close()
await infra.stop()
