// How is the made-up plant asked to play something?
import { scenarioNode } from '../../devices/simulators/plant-names.ts'
import type { ScenarioName } from '../../devices/simulators/plant-scenarios.ts'
import { scenarioNodeId } from './park.ts'

const PATIENCE_MS = 10_000

/** Writes it to the plant's own node, as an engineer would. `folder`: for the certificates of whoever asks. Throws when nobody answers. */
export const commandPlant = async (
  url: string,
  name: ScenarioName,
  folder: string,
): Promise<void> => {
  // Two seconds to load, which only this way needs.
  const { AttributeIds, DataType } = await import('node-opcua')
  const { makeClient, openCertificates } = await import('../../devices/opcua/identity.ts')
  const { readSettings } = await import('../../devices/opcua/settings.ts')
  const settings = readSettings({ url, policy: 'none' }, { simulated: true, secret: null })
  const certificates = await openCertificates(folder)
  const client = makeClient(settings, certificates, [200, 1_000])
  try {
    await within(client.connect(url))
    const session = await within(client.createSession())
    const nodeId = scenarioNodeId(await session.readNamespaceArray(), scenarioNode)
    const value = { value: { dataType: DataType.String, value: name } }
    const status = await session.write({ nodeId, attributeId: AttributeIds.Value, value })
    if (!status.isGood()) throw new Error(status.toString())
    await session.close()
  } finally {
    await client.disconnect()
    await certificates.dispose()
  }
}

const within = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the plant does not answer')), PATIENCE_MS)
  })
  // What comes after that is nobody's concern.
  answer.catch(() => undefined)
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
