// Which tests go through whole, in the deep run, what the usual run samples (docs/decisions/sampled-tests.md)?
import { readFileSync } from 'node:fs'

/** Files that only the deep run takes: pages whose API or longer story the usual run tests. No promise and no kill is among them. */
export const DEEP_ONLY = JSON.parse(
  readFileSync(new URL('../../test/support/deep-only.json', import.meta.url), 'utf8'),
)

/** Parts of the names of all files of the deep run. */
export const DEEP_TESTS = [
  ...DEEP_ONLY,
  'desk-walks',
  'random-walks',
  'invariants/walks',
  '/acts.test',
  'routing-anywhere',
  'forecast-busy',
  'forecast-calibration',
  'reprojection',
  'usual-acts',
  'start.crash',
  'crash/temporal',
  'crash/drill',
  'crash/emergency',
  'crash/documents',
  'case/browser.test',
  'fat-fingers',
  'consents',
  'clocks/orders',
  'rectification/api',
  'rectification/workflow',
  'model/chart',
  'infra/new-',
  'exports/long-lists',
  'recordings-large',
  'alarms/properties',
  'test/ui/',
  'devices/hj212',
  'devices/jt8',
  'devices/gb',
  'devices/sl651',
  'push/mapping',
  'push/registered-items',
  'opcua-asyncua',
]

/** How often, by the names at which tests look; that the first is there makes the run the deep one. */
export const DEEP_ENV = {
  ANJIAN_WALKS: '100000',
  ANJIAN_REPROJECTED: '2000',
  ANJIAN_MUTATIONS: '100000',
  ANJIAN_OUTAGE: '2000',
}
