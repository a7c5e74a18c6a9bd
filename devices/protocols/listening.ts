// Which protocols are listened for, and how?
import type { Listening } from './protocol.ts'

/** By the name that a feed's row gives its protocol; a protocol of two transports has two entries. */
export const listenings: Listening[] = []
