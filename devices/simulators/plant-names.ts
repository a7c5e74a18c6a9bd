// How are the nodes of the made-up plant called, and where are their limits?

export const plantUri = 'urn:anjian:simulated-plant'
export const gasDetectors = 60

/** Percent, kPa, °C; what an alarm of it is called. */
export const tankTags = {
  level: {
    node: 'T101.Level',
    range: [0, 100],
    start: 50,
    limits: { highHigh: 90, high: 80, low: 20, lowLow: 10 },
  },
  pressure: {
    node: 'T101.Pressure',
    range: [0, 1000],
    start: 400,
    limits: { highHigh: 800, high: 700, low: 100, lowLow: 50 },
  },
  temperature: {
    node: 'T101.Temperature',
    range: [-20, 120],
    start: 25,
    limits: { highHigh: 60, high: 50, low: 0, lowLow: -10 },
  },
} as const
export type TankTag = keyof typeof tankTags

export const gasNode = (n: number): string => `G200.LEL${String(n).padStart(2, '0')}`
export const everyGas: readonly number[] = Array.from({ length: gasDetectors }, (_, n) => n + 1)
export const pumpNode = 'P301.State'
/** Who writes the name of a scenario here has it played. */
export const scenarioNode = 'Scenario'

/** As a feed registers it. */
export const registered = (node: string): string => `nsu=${plantUri};s=${node}`
