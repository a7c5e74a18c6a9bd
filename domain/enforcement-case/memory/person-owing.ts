// How does what a case remembers of the fine of one further party look to rules that are written for the enterprise?
import { type EnforcementContext, undemanded, unimposed } from './context.ts'
import { fineOf } from './person-fines.ts'

/** The case with the fine of that person in the place of that of the enterprise; nothing is owed where nothing was served on him. */
export const owingOfPerson = (context: EnforcementContext, nth: unknown): EnforcementContext => {
  const fine = fineOf(context.fines, nth)
  return {
    ...context,
    ...unimposed,
    ...undemanded,
    surchargeLeft: 0,
    ...fine,
    individual: true,
    deferredTo: fine?.deferredTo ?? null,
    remedyDecidedOn: fine?.remedyDecidedOn ?? null,
    outcomeOn: fine?.outcomeOn ?? null,
    demandServedOn: fine?.demandServedOn ?? null,
    overdue: fine?.overdue === true,
    stayed: fine?.stayed === true,
    pendingSince: fine?.pendingSince ?? null,
    remedy: fine && fine.pendingSince !== null ? 'litigation' : null,
    annulled: fine?.annulled === true,
    courtAsked: fine?.courtAsked === true,
    courtEnd: fine?.courtLapsed === true ? 'lapsed' : null,
    givenUp: fine?.isOpen === false,
    agreed: fine?.agreed ?? null,
    // What was suspended was the enforcement against the enterprise.
    suspendedSince: null,
    suspensionOver: false,
    suspensions: [],
  }
}
