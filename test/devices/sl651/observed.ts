// Which reports do the tests of observing begin with?
import { published } from '../streams.ts'

export const first = published('sl651/published.txt')[0]!.frame
