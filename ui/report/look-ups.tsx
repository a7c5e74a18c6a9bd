// Which fields of a form that opens a case are chosen from a register?
import { lazy, Suspense } from 'solid-js'
import type { ProcessView } from '../../domain/views/chart/chart-views.ts'
import type { Custom } from '../form/fields.tsx'
import type { Form } from '../form/form.ts'
import { EnterpriseField } from '../form/lookups.tsx'
import type { Guide } from '../list/additions.ts'

/** Only who holds something has it offered. */
const HeldField = lazy(() => import('./held.tsx'))

export const isEnterprise = (guide: Guide | null, name: string): boolean =>
  name === (guide?.enterpriseField ?? 'enterprise')

/** The enterprise by the window; its own licence by the enterprise itself. */
export const lookUps =
  (
    props: { guide: Guide | null; process: Pick<ProcessView, 'id' | 'start'> },
    form: Form,
    party: () => boolean,
  ): Custom =>
  (field, describedBy) => {
    if (isEnterprise(props.guide, field.name) && !field.choices)
      return <EnterpriseField field={field} form={form} describedBy={describedBy} />
    if (!party() || field.name !== props.guide?.heldField) return null
    return (
      <Suspense>
        <HeldField
          field={field}
          form={form}
          describedBy={describedBy}
          process={props.process}
          fromHeld={props.guide.fromHeld}
        />
      </Suspense>
    )
  }
