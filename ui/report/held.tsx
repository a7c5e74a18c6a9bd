// Which licence does the enterprise hold that it applies about? Nobody should have to copy its number from paper.

import { For } from 'solid-js'
import type { Field } from '../../domain/case/process.ts'
import { fill } from '../../domain/case/words.ts'
import type { LicencePage } from '../../domain/register/views.ts'
import { get } from '../client.ts'
import type { Form } from '../parts/form.ts'
import { Line } from '../parts/inputs.tsx'
import { useQuery } from '../parts/query.ts'
import { t } from '../words.ts'
import { reportWords as w } from './words.ts'

type Props = { field: Field; form: Form; describedBy: string | undefined; process: string }

const HeldField = (props: Props) => {
  const held = useQuery(() => ({
    queryKey: ['held', props.process],
    queryFn: () => get<LicencePage>('/api/licences', { process: props.process, standing: 'in-force', limit: 10 }),
    staleTime: 60_000,
  }))
  const offered = () => (held.isSuccess ? held.data.items.filter(({ number }) => number !== props.form.values()[props.field.name]) : [])
  return (
    <>
      <Line field={props.field} form={props.form} describedBy={props.describedBy} />
      <For each={offered()}>
        {({ number, validUntil }) => (
          <button type="button" class="button small quiet held" onClick={() => props.form.set(props.field.name, number)}>
            {t(fill(w.held, { number, until: validUntil ?? '' }))}
          </button>
        )}
      </For>
    </>
  )
}

export default HeldField
