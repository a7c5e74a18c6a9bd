// How does the browser keep what has happened in a case, and read on when there is more?
import { ask } from '../client/asking.ts'
import { caseApi } from '../client/case/cases.ts'
import { client, remembered } from './queries.ts'
import { whole } from './whole.ts'

type Timeline = Awaited<ReturnType<typeof caseApi.timeline>>
const courseKey = (id: string) => ['timeline', id, 'course']

const known = (id: string) => client.getQueryData<Timeline>(courseKey(id))?.items ?? []

/** What has happened in a case since the browser has read of it, without its chain. */
export const readNews = (id: string) =>
  ask('GET /api/cases/{id}/timeline', {
    path: { id },
    query: { after: String(known(id).at(-1)?.seq ?? 0) },
  })

/** What has happened is never changed: of a long story only what is new is read again. */
const readOn = async (id: string): Promise<Timeline> => {
  const { items, chain } = await readNews(id)
  const before = known(id)
  const last = before.at(-1)?.seq ?? 0
  return { items: [...before, ...items.filter(({ seq }) => seq > last)], chain }
}

/** Read again without the network, as the orders are: a room goes on when its line is cut. */
export const storyOf = (id: string) => ({
  queryKey: courseKey(id),
  queryFn: async () => whole(await remembered(`timeline:${id}`, () => readOn(id))),
})

/** The whole of it, and whether its chain holds. */
export const recordOf = (id: string) => ({
  queryKey: ['timeline', id, 'record'],
  queryFn: async () => whole(await caseApi.timeline(id)),
})
