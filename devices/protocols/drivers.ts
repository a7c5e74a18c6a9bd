// Which protocols are listened for, and how?

import type { ProtocolDriver } from '../frames/protocol.ts'
import { driverOfGb26875 } from './gb26875/session.ts'
import { driverOfHj212 } from './hj212/session.ts'
import { driverOfJt809 } from './jt809/session.ts'
import { driverOfSl651 } from './sl651/session.ts'

/**
 * By the name that a feed's row gives its protocol; one of two transports has two entries. Each is made anew for a feed, so that what one
 * remembers of its senders is never told to another.
 */
export const drivers: readonly (() => ProtocolDriver)[] = [
  () => driverOfGb26875('tcp'),
  () => driverOfGb26875('udp'),
  () => driverOfHj212(),
  () => driverOfJt809(),
  () => driverOfSl651('tcp'),
  () => driverOfSl651('udp'),
]
