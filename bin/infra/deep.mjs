// Which tests go through whole, in the deep run, what the usual run samples (docs/decisions/sampled-tests.md)?

/** Parts of the names of their files. */
export const DEEP_TESTS = [
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
