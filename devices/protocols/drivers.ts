// Which protocols are listened for, and how?

import type { Listening } from '../frames/protocol.ts'
import { listenGb26875 } from './gb26875/session.ts'
import { listenHj212 } from './hj212/session.ts'
import { jt809 } from './jt809/session.ts'
import { listenSl651 } from './sl651/session.ts'

/**
 * By the name that a feed's row gives its protocol; one of two transports has two entries. Each is made anew for a feed, so that what one
 * remembers of its senders is never told to another.
 */
export const listenings: readonly (() => Listening)[] = [
  () => listenGb26875('tcp'),
  () => listenGb26875('udp'),
  () => listenHj212(),
  () => jt809(),
  () => listenSl651('tcp'),
  () => listenSl651('udp'),
]
