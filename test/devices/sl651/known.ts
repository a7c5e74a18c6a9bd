// Which frames and stations do the tests of the session know?
import { published } from '../streams.ts'

export const all = published('sl651/published.txt')

export const bad = all.filter(({ verdict }) => verdict !== 'crc-ok').map((one) => one.frame)
