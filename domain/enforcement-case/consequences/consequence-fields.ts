// What does a decision say of what it brings about beside the fine: which licence it takes, and is the party proposed for the list?
import { listingGrounds } from '../../law/criteria/dishonesty-grounds.ts'
import { field } from '../../model/field.ts'
import { suspensionUnits } from './suspended-for.ts'

const takesLicence = [{ penalties: ['revoke-licence', 'suspend-licence'] }]
const suspends = [{ penalties: ['suspend-licence'] }]

/** Answers of `decide-penalty`; they take effect when the decision is served. */
export const consequenceFields = {
  licence: field
    .text('吊销（暂扣）的许可证编号', 'Licence revoked or suspended', 60)
    .optional()
    .hint(
      '本机关核发的，决定书送达时在登记簿中随之吊销（暂扣）；其他机关核发的，另行函告发证机关',
      'One that this bureau has issued is revoked or suspended in the register when the decision is served; of another authority’s that authority is told by letter',
    )
    .with({ where: takesLicence, needed: takesLicence })
    .shownTo('party'),
  suspendedFor: field
    .integer('暂扣期限', 'Suspended for', 1, 999)
    .optional()
    .with({ where: suspends, needed: suspends })
    .hint('自决定书送达之次日起计算', 'Counted from the day after the service of the decision')
    .shownTo('party'),
  suspendedUnit: field
    .choice(suspensionUnits, '暂扣期限的单位', 'Days or months')
    .optional()
    .with({ where: suspends, needed: suspends, value: 'day' })
    .shownTo('party'),
  /** Decisions from before named their last day; no form asks for it any more. */
  suspendedUntil: field
    .date('暂扣至', 'Suspended until')
    .optional()
    .with({ where: [] })
    .shownTo('party'),
  listingGround: field
    .choice(listingGrounds, '提请列入严重失信主体名单的情形', 'Proposed for the dishonesty list')
    .optional()
    .hint(
      '决定书送达时启动列入程序，另行告知、听取陈述申辩后决定',
      'With the service of the decision it is examined; the party is told and heard again before',
    )
    .shownTo('party'),
}
