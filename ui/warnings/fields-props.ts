// What do the parts of the form of a warning read and change?
import type { Begun, Form } from './form-state.ts'

export type FieldsProps = {
  form: Form
  fixed: Begun['fixed']
  regions: string[]
  set: (change: Partial<Form>) => void
}
