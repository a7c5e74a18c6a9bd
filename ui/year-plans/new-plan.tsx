// What does a new plan ask for?
import type { YearPlanForm } from '../../contract/year-plans/year-plans.ts'
import { yearPlansApi } from '../client/case/year-plans.ts'
import { NewOnShelf } from '../shelf/new.tsx'
import { addressOfPlan, yearPlanAddress } from './addresses.ts'
import { planBodyOf, planFields } from './form-fields.ts'
import { readPlansAnew } from './reading.ts'
import { yearPlanWords as w } from './words.ts'

export const NewPlan = (props: { form: YearPlanForm }) => (
  <NewOnShelf
    about={{ name: 'year-plan:new', href: yearPlanAddress }}
    words={{ begin: w.begin, send: w.make, sending: w.making }}
    regions={props.form.regions}
    fields={planFields(props.form)}
    bodyOf={(payload) => planBodyOf(props.form, payload)}
    store={yearPlansApi.make}
    readAnew={readPlansAnew}
    addressOf={addressOfPlan}
  />
)
