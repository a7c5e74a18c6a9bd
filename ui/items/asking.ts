// How are the many things of a case asked for, and read again without the network?
import { askItems } from '../client/case/items.ts'
import { remembered } from '../reading/queries.ts'

export const itemsOf = (id: string) => ({
  queryKey: ['case', id, 'items'],
  queryFn: () => remembered(`items:${id}`, () => askItems(id)),
})
