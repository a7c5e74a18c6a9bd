// Where does what differs of the money stand? On the shelf of the registers, so that nobody else loads its address.

export const paymentShelf = 'payments'
export const paymentAddress = `/registers/${paymentShelf}`
