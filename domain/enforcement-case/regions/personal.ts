// Who reads the personal data of parties and of those who speak for them (处罚法 50)?
import { text } from '../../language/words.ts'
import type { ConfidentialPosts } from '../../model/audience.ts'
import { legalReviewers, sectionChief } from './addresses.ts'

/** Seen by those alone who handle it. */
export const personal: ConfidentialPosts = {
  mask: text(
    '保密（承办人、科长可登记查看）',
    'Confidential (its handler and the chief of enforcement may see it, on record)',
  ),
  posts: () => [sectionChief],
}

/** What legal reviewers answer a court or the body of reconsideration about. */
export const personalUnderReview: ConfidentialPosts = {
  mask: text(
    '保密（承办人、法制审核人员、科长可登记查看）',
    'Confidential (its handler, legal reviewers and the chief of enforcement may see it, on record)',
  ),
  posts: () => [sectionChief, legalReviewers],
}
