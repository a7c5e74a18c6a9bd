// How does an approved change find its batch, also when this process died between the two?
import { readUnfinished } from '../../db/change/proposals.ts'
import type { Deps } from '../http/deps.ts'

/** Begins the batch of whatever was approved and is not finished; one that runs already is left alone. */
export const beginUnfinished = async ({
  connection,
  reprojections,
}: Pick<Deps, 'connection' | 'reprojections'>): Promise<void> => {
  for (const id of await readUnfinished(connection.db)) await reprojections.begin(id)
}
