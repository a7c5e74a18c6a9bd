// Does the wall warn before somebody cannot be notified?
import { type Accessor, createContext, type JSX, Show, useContext } from 'solid-js'
import type { WallLane } from '../../contract/supervision/supervision.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { escalationLevelKey, useReach, useSilent } from '../reading/reach.ts'
import { reachWords as w } from '../reading/reach-words.ts'

/** One line above the lanes; nothing while everybody can be notified. */
export const UnreachableLine = () => {
  const reach = useReach()
  const items = () => (reach.isSuccess ? reach.data.items : [])
  const cases = () =>
    new Set(items().flatMap(({ escalationLevels }) => escalationLevels.map(({ caseId }) => caseId)))
      .size
  return (
    <Show when={items().length > 0}>
      <p class="notice warn wall-unreachable">
        {`▲ ${t(fill(w.banner, { n: items().length, cases: cases() }))} `}
        <a href={`${paths.health}#reachability`}>{t(w.details)}</a>
      </p>
    </Show>
  )
}

const Silent = createContext<Accessor<Set<string>>>(() => new Set<string>())

/** Asked once for all lanes: a question of each lane's own would take the page away and put it back whenever a lane comes into sight. */
export const SilentFrom = (props: { children: JSX.Element }) => {
  const silent = useSilent()
  return <Silent.Provider value={silent}>{props.children}</Silent.Provider>
}

/** The mark at a lane whose next level nobody would hear of. */
export const SilentMark = (props: { lane: WallLane }) => {
  const silent = useContext(Silent)
  const next = () => {
    const planned = props.lane.escalationLevels.filter(({ status }) => status === 'planned')
    return planned.reduce<(typeof planned)[number] | null>(
      (first, one) => (first === null || one.plannedAt < first.plannedAt ? one : first),
      null,
    )
  }
  const isSilent = () => {
    const escalationLevel = next()
    return (
      escalationLevel !== null &&
      silent().has(
        escalationLevelKey({
          caseId: props.lane.caseId,
          obligation: props.lane.clock.id,
          escalationLevel: escalationLevel.escalationLevel,
        }),
      )
    )
  }
  return <Show when={isSilent()}>{<span class="tag wall-silent">{t(w.silent)}</span>}</Show>
}
