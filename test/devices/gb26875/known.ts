// Which frames and clocks do the tests of the session know?
import { createDeviceClocks } from '../../../devices/clocks/clocks.ts'
import { registry, SOURCE } from './centre.ts'

/** A transmitter that is received for the first time. */
export const unknownClock = () => ({ ...registry({ key: SOURCE }), clocks: createDeviceClocks() })
