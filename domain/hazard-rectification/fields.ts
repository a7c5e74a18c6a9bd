// Which answers do several forms of this process ask for?

import { type Text, text } from '../language/words.ts'
import { field } from '../model/field.ts'

export const photos = field.files('照片', 'Photos').optional()

const services = {
  'on-the-spot': text('当场送达', 'Served on the spot'),
  later: text('另行送达', 'Served later'),
} as const satisfies Record<string, Text>

export const service = field
  .choice(services, '送达方式', 'Service')
  .optional()
  .hint(
    '不选即当场送达；另行送达的，自送达之日起算',
    'Left open: on the spot. Served later, its date binds from the service',
  )

export const items = field
  .lines('整改事项', 'Items to rectify', 30, 200)
  .optional()
  .hint('每行一项；复查时逐项验收', 'One a line; each is accepted by itself')

/** For each item of the order in force; without items it is not asked. */
export const results = field
  .items('逐项情况', 'Item by item')
  .optional()
  .perCase(({ snapshot }) => {
    const items = snapshot.context.items as string[]
    return items.length > 0 ? { required: true, items } : null
  })
