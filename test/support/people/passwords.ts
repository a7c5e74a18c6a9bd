// Which hash of a password do suites keep that sign in by the hundred?
import { hash } from '@node-rs/argon2'

/** Of the same kind as the product's, with the least work that Argon2 knows; whoever verifies it does what the hash says. */
export const quickHash = (password: string): Promise<string> =>
  hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })
