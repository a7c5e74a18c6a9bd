// Clocks of devices of which a test says nothing: they are known, and right.
import { createDeviceClocks, type DeviceClocks } from '../../../devices/clocks/clocks.ts'
import { type DeviceClock, unknownClock } from '../../../devices/clocks/device-clock.ts'

class Right extends Map<string, DeviceClock> {
  override get(device: string): DeviceClock {
    return super.get(device) ?? { ...unknownClock, offset: 0 }
  }
}

export const rightClocks = (): DeviceClocks => createDeviceClocks(new Right())
