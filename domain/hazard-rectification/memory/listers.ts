// Who lists a hazard, lists it anew and takes it off the list again?

import { text } from '../../language/words.ts'
import { returnsTo } from '../../model/chart.ts'
import { branch } from '../../model/rule.ts'
import type { HazardContext, HazardRule } from './context.ts'

/** 安委办 lists at its own level: a county does not put the province's name on a hazard. */
export const listedByOwnLevel: HazardRule = ({ event }) => {
  const { level } = event.data
  if (level === undefined || event.by.kind !== 'person') return true
  return (
    event.by.appointments.some(
      (held) => held.role === 'supervisor' && levelOf(held.region) === level,
    ) || text('只能以本级安委办名义挂牌', 'A committee office lists at its own level only')
  )
}

/** Whoever has listed it decides about it to the end, whatever is ordered meanwhile. */
export const isListed = ({ listedBy }: HazardContext): boolean => typeof listedBy === 'string'

/** Of which level an office of this region is. */
export const levelOf = (region: string): string =>
  region.endsWith('0000') ? 'province' : region.endsWith('00') ? 'city' : 'county'

/** 令16 第23条: whoever has listed a hazard lists it anew, and takes it off again. */
export const listedBySame: HazardRule = ({ context: { listedBy }, event: { data } }) =>
  listedBy === null ||
  data.level === undefined ||
  data.level === listedBy ||
  text('由原挂牌的安委办重新挂牌', 'The office that listed the hazard lists it anew')

/** What is on a list is not turned down for it. */
export const notListed: HazardRule = ({ context }) =>
  !isListed(context) ||
  text('已挂牌的隐患须重新挂牌或者摘牌', 'What is listed is listed anew or taken off the list')

/** A paper goes back to whoever made it. */
export const returnsToOrder = branch(
  returnsTo as HazardRule,
  ({ context }) => !isListed(context),
  text('已挂牌的隐患退回挂牌环节', 'What is listed is returned to its listing'),
)
export const returnsToLister = branch(
  returnsTo as HazardRule,
  ({ context }) => isListed(context),
  text('未挂牌的隐患退回下达环节', 'What is not listed is returned to its order'),
)

/** Only the office that has listed a hazard takes it off the list again. */
export const byLister: HazardRule = ({ context, event }) =>
  event.by.kind !== 'person' ||
  context.listedBy === null ||
  event.by.appointments.some(
    (held) => held.role === 'supervisor' && levelOf(held.region) === context.listedBy,
  ) ||
  text('由挂牌的安委办摘牌', 'The office that listed the hazard takes it off')
