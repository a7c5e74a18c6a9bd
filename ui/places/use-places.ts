// Which places may this person go to?
import { createMemo } from 'solid-js'
import { paths } from '../client/paths.ts'
import { processes } from '../processes.ts'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { dailyPlaces, furtherPlaces, type Place } from './places.ts'

/** Every place the person can go to, those of every day first. */
export const usePlaces = () => {
  const me = useMe()
  const starts = useStarts()
  return () => [
    ...dailyPlaces(me(), starts()),
    ...furtherPlaces(me(), starts()).flatMap(({ places }) => places),
  ]
}

export const useStarts = () => {
  const me = useMe()
  const list = useQuery(queries.processes)
  return createMemo((): Place[] => {
    const known = list.isSuccess ? list.data.items : []
    return known
      .filter((process) => me().starts.includes(process.id))
      .map((process) => ({
        href: paths.report(process.id),
        label: processes[process.id]?.start ?? process.title,
      }))
  })
}
