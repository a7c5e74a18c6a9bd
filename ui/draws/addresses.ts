// Where do draws by lot stand? On the shelf of the registers, so that nobody else loads their address.

export const drawShelf = 'draws'
export const drawAddress = `/registers/${drawShelf}`
export const addressOfDraw = (id: string): string => `${drawAddress}/${id}`
