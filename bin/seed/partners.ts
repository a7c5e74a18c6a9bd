// Has the demo somebody to warn, and cameras to look through? All made up, so all that they are sent is an exercise.
import type { Database } from '../../db/client.ts'
import { outboundOffice, outboundReceivers } from '../../db/schema/devices/outbound.ts'
import { videoPoints, videoSources } from '../../db/schema/devices/video.ts'
import { keptPort } from '../infra/ports.ts'
import { cameras, partners } from '../simulate/partners.ts'

const SINCE = '2020-01-01T00:00:00.000Z'
const source = 'demo-video'
const office = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
  sender: 'anjian.example',
  name: '衢州市应急管理局',
}

/** What is missing is added; the port is the one that is free now. What somebody has changed since stays. */
export const seedPartners = async (
  db: Database,
  { dataDir, simulators }: { dataDir: string; simulators: boolean },
): Promise<void> => {
  const port = await keptPort(dataDir, partners.name)
  const at = `http://127.0.0.1:${port}`
  const { secret } = partners
  const [template, url] = [`${at}/live/{point}?expires={expires}&token={token}`, `${at}/cap`]
  await db
    .insert(videoSources)
    .values({
      id: source,
      name: '演练·视频平台',
      owner: '演练·集聚区',
      secret,
      template,
      enabled: simulators,
    })
    .onConflictDoUpdate({ target: videoSources.id, set: { template } })
  await db
    .insert(videoPoints)
    .values(cameras.map((one) => ({ ...one, source, synthetic: true, since: SINCE })))
    .onConflictDoNothing()
  await db
    .insert(outboundOffice)
    .values({ id: 1, ...office })
    .onConflictDoNothing()
  await db
    .insert(outboundReceivers)
    .values({
      id: 'demo-receiver',
      name: '演练·市预警信息发布中心',
      url,
      format: 'cap',
      secret,
      leastLevel: 3,
      exercises: true,
      enabled: simulators,
    })
    .onConflictDoUpdate({ target: outboundReceivers.id, set: { url } })
}
