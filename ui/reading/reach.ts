// Who cannot be notified of what will fall due, as every page asks it?

import { createMemo } from 'solid-js'
import { askReachability } from '../client/supervision.ts'
import { useQuery } from './query.ts'

/** The check runs once each working morning, so it is seldom asked again. */
export const useReach = () =>
  useQuery(() => ({ queryKey: ['reachability'], queryFn: askReachability, staleTime: 300_000 }))

export const escalationLevelKey = (one: {
  caseId: string
  obligation: string
  escalationLevel: string
}) => `${one.caseId} ${one.obligation} ${one.escalationLevel}`

/** The levels that nobody at all would hear of. */
export const useSilent = () => {
  const reach = useReach()
  return createMemo(() => {
    const items = reach.isSuccess ? reach.data.items : []
    return new Set(
      items.flatMap(({ escalationLevels }) =>
        escalationLevels.filter(({ silent }) => silent).map(escalationLevelKey),
      ),
    )
  })
}
