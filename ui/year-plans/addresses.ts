// Where do yearly plans stand? On the shelf of the registers, so that nobody else loads their address.

export const yearPlanShelf = 'year-plans'
export const yearPlanAddress = `/registers/${yearPlanShelf}`
export const addressOfPlan = (id: string): string => `${yearPlanAddress}/${id}`
