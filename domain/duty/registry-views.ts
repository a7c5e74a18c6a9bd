// What is shown of the register: feeds, devices, who is in neither, and what waits for a second person?
import type { DeviceEntry } from './registry-sheet.ts'

/** A device as it may be changed: where it is null nothing stands. Secrets do not leave their rows. */
export type RegistryDeviceSettings = Omit<DeviceEntry, 'secret' | 'hosts' | 'dialect'> & {
  id: string
  protocol: string
  hosts: string[]
  dialect: Record<string, unknown>
  hasSecret: boolean
  /** What stands of it: the gravest by name, and how many there are in all. */
  open: OpenAlarms
}

export type OpenAlarms = {
  total: number
  items: { name: string; level: number; raisedAt: string }[]
}
