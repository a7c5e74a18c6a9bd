// How are several of the choices of a form ticked?

import { formWords as w } from '../screen/form-words.ts'
import { ChoiceGroups, few } from './choice-groups.tsx'
import type { Props } from './inputs.tsx'

const ChoicesField = (props: Props) => {
  const choices = () => props.field.choices ?? {}
  const groups = () => [
    {
      title: Object.keys(choices()).length > few ? w.wholeList : null,
      entries: Object.entries(choices()).map(([value, words]) => ({ value, words })),
    },
  ]
  return (
    <ChoiceGroups
      field={props.field}
      form={props.form}
      groups={groups()}
      wordsOf={(value) => choices()[value] ?? { zh: value, en: value }}
    />
  )
}

export default ChoicesField
