// What are the states and tasks of a licence called, for the authorities and for the applicant?

import { type Text, text } from '../language/words.ts'
import { besidePartyStates, besideStates } from '../licensing/words.ts'
import type { ProcessWords } from '../model/process.ts'
import { documents } from './documents.ts'
import type { LicenceState } from './statechart.ts'
import { licenceTasks } from './tasks.ts'

const states = {
  handling: text('申请和许可证', 'Application and licence'),
  'handling.receiving': text('待受理', 'Awaiting acceptance'),
  'handling.supplementing': text('待申请人补正', 'Waiting for the supplement'),
  'handling.reviewing': text('审查', 'Review'),
  'handling.reviewing.preparing': text('待现场核查', 'Site check to begin'),
  'handling.reviewing.checking': text('现场核查中', 'On site'),
  'handling.reviewing.reworking': text('待申请人整改', 'Waiting for the rework'),
  'handling.reviewing.expert-review': text('专家评审中', 'With the experts'),
  'handling.reviewing.opining': text('待提出审查意见', 'Opinion to be written'),
  'handling.reviewing.endorsing': text('待科长复核', 'To be endorsed'),
  'handling.reviewing.deciding': text('待局领导决定', 'To be decided'),
  'handling.refusing': text('不予许可待送达', 'Refusal to be served'),
  'handling.issuing': text('待制发许可证', 'Licence to be made out'),
  'handling.serving': text('许可证待送达', 'Licence to be served'),
  'handling.refused': text('不予许可', 'Refused'),
  'handling.not-accepted': text('不予受理', 'Not accepted'),
  'handling.withdrawn': text('已撤回', 'Withdrawn'),
  'handling.valid': text('许可证有效', 'In force'),
  'handling.valid.unchanged': text('有效，无待办变更', 'In force, nothing to file'),
  'handling.valid.changed': text('有效，变更待申请', 'In force, a change to be filed'),
  'handling.valid.suspended': text('已暂扣', 'Suspended'),
  'handling.expired': text('有效期届满', 'Ended'),
  'handling.cancelled': text('已注销', 'Cancelled'),
  'handling.revoked': text('已吊销', 'Revoked'),
  'handling.annulled': text('已撤销', 'Annulled'),
  'handling.replaced': text('已由新证替换', 'Replaced'),
  ...besideStates,
  'bar.none': text('无限制', 'None'),
} satisfies Record<LicenceState, Text>

const inReview = text('审查中', 'Under review')
const inForce = text('许可证有效', 'Your licence is in force')

/** Whose desk it lies on inside the authorities is their own business. */
const partyStates = {
  handling: text('办理进度', 'Progress'),
  'handling.receiving': text('材料已收到，等待受理', 'Received, waiting for acceptance'),
  'handling.supplementing': text('请补正材料', 'Please supply what is missing'),
  'handling.reviewing': inReview,
  'handling.reviewing.preparing': inReview,
  'handling.reviewing.checking': text('现场核查中', 'Site check'),
  'handling.reviewing.reworking': text('请按核查意见整改', 'Please put right what the check found'),
  'handling.reviewing.expert-review': text('专家评审中，不计入期限', 'Expert review, not counted'),
  'handling.reviewing.opining': inReview,
  'handling.reviewing.endorsing': inReview,
  'handling.reviewing.deciding': text('审查完成，等待决定', 'Reviewed, waiting for the decision'),
  'handling.refusing': text('不予许可，文书送达中', 'Refused, the decision is being served'),
  'handling.issuing': text('已准予，正在制证', 'Granted, the licence is being made out'),
  'handling.serving': text('许可证等待领取或送达', 'The licence is ready'),
  'handling.refused': text('不予许可', 'Refused'),
  'handling.not-accepted': text('不予受理', 'Not accepted'),
  'handling.withdrawn': text('已撤回', 'Withdrawn'),
  'handling.valid': inForce,
  'handling.valid.unchanged': inForce,
  'handling.valid.changed': text('请申请变更', 'Please apply for the change'),
  'handling.valid.suspended': text('许可证已被暂扣', 'Your licence is suspended'),
  'handling.expired': text('许可证有效期届满', 'Your licence has ended'),
  'handling.cancelled': text('许可证已注销', 'Your licence is cancelled'),
  'handling.revoked': text('许可证已被吊销', 'Your licence is revoked'),
  'handling.annulled': text('许可已被撤销', 'Your licence is annulled'),
  'handling.replaced': text('已由新证替换', 'Replaced by a new licence'),
  ...besidePartyStates,
} satisfies Record<LicenceState, Text>

export const words: ProcessWords = { states, partyStates, tasks: licenceTasks, documents }
