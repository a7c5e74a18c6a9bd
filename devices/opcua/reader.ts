// What can be asked of a plant over the session that there is now?
import { AttributeIds, type ClientSession, callConditionRefresh, makeBrowsePath } from 'node-opcua'
import { resolved } from './addresses.ts'

/** Null answers: there is no session, or the plant does not tell. */
export type PlantReader = ReturnType<typeof createReader>

export type PlantSession = {
  session: ClientSession
  namespaces: readonly string[]
  subscriptionId: () => number
}

/** A server that lets nobody read a value says nothing of its quality. */
const ofAccess =
  /^Bad(UserAccessDenied|NotReadable|NodeIdUnknown|NodeIdInvalid|AttributeIdInvalid|SecurityModeInsufficient)/

export const isBadOfAccess = (status: { name: string }): boolean => ofAccess.test(status.name)

/** NaN and ∞ are no measurement, whatever their status says. */
const isNoNumber = (value: unknown): boolean => typeof value === 'number' && !Number.isFinite(value)
const noNumber = { name: 'BadNoData', value: 0x80b1_0000 }

const patienceMs = 3_000

/** While a connection is broken the stack keeps questions for later, and every event waits for the one before it: no answer in time is none. */
const inTime = <Answer>(answer: Promise<Answer>): Promise<Answer | null> =>
  Promise.race([
    answer.catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref()),
  ])

export const createReader = (current: () => PlantSession | null) => {
  const nodeOf = (name: string): string | null => resolved(name, current()?.namespaces ?? [])
  const read = async (node: string) => {
    const live = current()
    return live === null
      ? null
      : inTime(live.session.read({ nodeId: node, attributeId: AttributeIds.Value }))
  }
  return {
    nodeOf,
    namespaces: (): readonly string[] => current()?.namespaces ?? [],
    statusOf: async (name: string): Promise<{ name: string; value: number } | null> => {
      const node = nodeOf(name)
      const answer = node === null ? null : await read(node)
      return answer && isNoNumber(answer.value?.value) ? noNumber : (answer?.statusCode ?? null)
    },
    /** A state of a condition itself, where the plant shows it. */
    isSo: async (
      condition: string,
      of: 'EnabledState' | 'ActiveState' | 'AckedState' | 'ConfirmedState',
    ): Promise<boolean | null> => {
      const [live, node] = [current(), nodeOf(condition)]
      if (live === null || node === null) return null
      const path = await inTime(live.session.translateBrowsePath(makeBrowsePath(node, `.${of}.Id`)))
      const [target] = path?.targets ?? []
      const value = target ? await read(target.targetId.toString()) : null
      return value?.statusCode.isGood() && typeof value.value.value === 'boolean'
        ? value.value.value
        : null
    },
    /** Asks for a replay; the name of the answer's status. */
    refresh: async (): Promise<string> => {
      const live = current()
      if (live === null) return 'BadNothingToDo'
      return (await callConditionRefresh(live.session, live.subscriptionId())).name
    },
  }
}
