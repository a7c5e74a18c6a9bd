// What does the demo know of its made-up plant: how it is reached, its tank, its pump, its gas detectors and their limits?
import {
  everyGas,
  gasNode,
  plantUri,
  pumpNode,
  registered,
  tankTags,
} from '../../devices/simulators/plant-names.ts'
import type { DemoDevice, DemoFeed, DemoPoint } from './city.ts'

/** We dial it; it listens on the port that is kept under its id in the data folder. */
export const plantFeed: DemoFeed = {
  id: 'demo-plant',
  protocol: 'opc-ua',
  name: '演练·聚合装置',
  region: '330802',
  silenceSeconds: 600,
}

export const plantUrl = (host: string, port: number): string => `opc.tcp://${host}:${port}/plant`

/** An open line is allowed only because T101 is registered as synthetic. */
export const plantSettings = (port: number) => ({
  url: plantUrl('127.0.0.1', port),
  policy: 'none',
  plant: 'T101',
  publishingMs: 500,
  samplingMs: 500,
})

const words = {
  level: { name: '液位', unit: '%' },
  pressure: { name: '压力', unit: 'kPa' },
  temperature: { name: '温度', unit: '℃' },
} as const

const tank = (['level', 'pressure', 'temperature'] as const).map((kind): DemoPoint => {
  const { node, range, limits } = tankTags[kind]
  return {
    key: registered(node),
    ...words[kind],
    kind,
    ...limits,
    rangeLow: range[0],
    rangeHigh: range[1],
  }
})
const pump: DemoPoint = { key: registered(pumpNode), name: '进料泵运行', unit: null, kind: 'other' }
/** Without limits of ours: the detectors' own two levels are reported by the plant. */
const gas = everyGas.map(
  (n): DemoPoint => ({
    key: registered(gasNode(n)),
    name: `${n}号可燃气探测器`,
    unit: '%LEL',
    kind: 'gas',
    rangeLow: 0,
    rangeHigh: 100,
  }),
)

const at = {
  feed: plantFeed.id,
  enterprise: 'e001',
  region: '330802',
  lon: 118.8716,
  lat: 28.9684,
  secret: null,
}
export const plantDevices: DemoDevice[] = [
  {
    ...at,
    key: 'T101',
    name: '演练·T101丙烯储罐',
    dialect: { node: registered('T101') },
    points: [...tank, pump],
  },
  {
    ...at,
    key: 'G200',
    name: '演练·G200气体报警控制器',
    dialect: { node: registered('G200') },
    points: gas,
  },
]

/** Where a scenario is asked of it. */
export const scenarioNodeId = (namespaces: readonly string[], node: string): string =>
  `ns=${namespaces.indexOf(plantUri)};s=${node}`
