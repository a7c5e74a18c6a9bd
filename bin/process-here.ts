// Which chart decides a case in this program, and what if another version of the product has begun it?
import { UnknownHere } from '../commit/transient.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import { processes, processFor } from '../domain/processes.ts'

/** `version` null: the one on which new cases begin. Throws `UnknownHere`: the case waits for a program that knows it. */
export const processHere = (id: string, version: number | null): ProcessDefinition => {
  const process = version === null ? processes[id] : processFor(id, version)
  if (!process) throw new UnknownHere(`no process ${id}@${version}`)
  return process
}
