// Which orders, reports and the like does a case have, as the browser keeps them, also without a network?
import { askItems } from '../client/case/items.ts'
import { client, remembered } from '../reading/queries.ts'
import { sameRows, whole } from '../reading/whole.ts'

type Answer = Awaited<ReturnType<typeof askItems>>

export const itemsOf = (id: string) => {
  const queryKey = ['case', id, 'items']
  const read = async (): Promise<Answer> => {
    const answer = await askItems(id)
    const items = sameRows(client.getQueryData<Answer>(queryKey)?.items, answer.items)
    return { ...answer, items }
  }
  return { queryKey, queryFn: async () => whole(await remembered(`items:${id}`, read)) }
}
