// Which fields of an act are answered by a look-up, or by what the process brings itself?
import { type JSX, lazy, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { Field } from '../../domain/model/process.ts'
import type { Form } from '../form/form.ts'
import { ownFields } from '../process-screens.ts'

/** Few acts look anything up. */
const EnterpriseField = lazy(async () => ({
  default: (await import('../form/lookups.tsx')).EnterpriseField,
}))
const ColleagueField = lazy(async () => ({
  default: (await import('../form/lookups.tsx')).ColleagueField,
}))
const NamedEntriesField = lazy(() => import('./named-entries.tsx'))

const isOpen = (field: Field) => field.choices === undefined
const needsPeople = (field: Field) =>
  field.kind === 'choice' && isOpen(field) && (field.name === 'to' || field.people === true)
const needsEnterprise = (field: Field) =>
  field.name === 'enterprise' && field.kind === 'text' && isOpen(field)
type OwnFieldProps = { case: CaseView; act: ActView; form: Form }

/** Null where the usual control will do. */
export const ownField = (
  input: OwnFieldProps,
  field: Field,
  describedBy: string | undefined,
): JSX.Element | null => {
  const own = ownFields[input.case.process]?.[`${input.act.type}.${field.name}`]
  const shared = { field, form: input.form, describedBy }
  const lookUp = () => {
    if (own) return <Dynamic component={own} {...shared} case={input.case} act={input.act.type} />
    if (field.register) return <NamedEntriesField {...shared} register={field.register} />
    if (needsEnterprise(field)) return <EnterpriseField {...shared} />
    return (
      <ColleagueField
        {...shared}
        caseId={input.case.id}
        verb={input.act.type}
        task={input.act.taskId}
      />
    )
  }
  return own || needsEnterprise(field) || needsPeople(field) || field.register !== undefined ? (
    <Suspense>{lookUp()}</Suspense>
  ) : null
}
